import { testAccessibility } from "./support/accessibility_tests.mjs";

testAccessibility("zh");
