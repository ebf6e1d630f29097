// Suggestions under the search box: a combobox with a list (ARIA 1.2). Safe with input methods:
// nothing is asked, chosen or sent while a word is being composed. Without suggestions from the
// server the box stays a plain one.

const DELAY_MS = 120;
const MOST = 8;

const box = document.getElementById("q");
const form = box?.form;
let list = null;
let options = [];
let current = -1;
let timer = 0;
let running = null;
let offered = true; // Until the server says that it has none.

// Some browsers end a composition before the Enter that ended it: they report key code 229.
const composing = (event) => event.isComposing || event.keyCode === 229;

function makeList() {
  list = document.createElement("ul");
  list.id = "suggestions";
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.querySelector("label").textContent);
  list.hidden = true;
  form.append(list);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // The box keeps the focus.
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(options.indexOf(option));
  });
}

function hide() {
  clearTimeout(timer);
  running?.abort();
  if (!list) return;
  list.hidden = true;
  current = -1;
  box.setAttribute("aria-expanded", "false");
  box.removeAttribute("aria-activedescendant");
}

// `{"suggestions": [{"text", "query", "items", "name"}, ...]}`; only `text` has to be there.
function readSuggestions(answer) {
  const rows = answer.suggestions ?? [];
  return rows.filter((row) => typeof row.text === "string" && row.text !== "").slice(0, MOST);
}

function fill(rows) {
  options = rows.map((row, index) => {
    const option = document.createElement("li");
    option.id = `suggestion-${index}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.text = row.query ?? row.text;
    const text = document.createElement("span");
    text.textContent = row.name ? `${row.text} ${row.name}` : row.text;
    option.append(text);
    if (Number.isInteger(row.items)) {
      const count = document.createElement("span");
      count.className = "count";
      count.textContent = row.items.toLocaleString();
      option.append(count);
    }
    return option;
  });
  list.replaceChildren(...options);
  current = -1;
  list.hidden = options.length === 0;
  box.setAttribute("aria-expanded", String(!list.hidden));
  box.removeAttribute("aria-activedescendant");
}

async function ask() {
  const typed = box.value.trim();
  if (!offered || typed === "") return hide();
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  try {
    const answer = await fetch(`/api/v1/suggest?q=${encodeURIComponent(typed)}`, { signal });
    if (answer.status === 404) offered = false;
    if (!answer.ok) return hide();
    const rows = readSuggestions(await answer.json());
    if (!signal.aborted && document.activeElement === box) fill(rows);
  } catch {
    // Aborted, or not reached: the box works without.
  }
}

function move(step) {
  if (list.hidden || options.length === 0) return;
  options[current]?.setAttribute("aria-selected", "false");
  current = (current + step + options.length + 1) % (options.length + 1);
  if (current === options.length) current = -1; // Back in the box.
  const option = options[current];
  if (!option) return box.removeAttribute("aria-activedescendant");
  option.setAttribute("aria-selected", "true");
  option.scrollIntoView({ block: "nearest" });
  box.setAttribute("aria-activedescendant", option.id);
}

function choose(index) {
  box.value = options[index].dataset.text;
  hide();
  form.requestSubmit();
}

function onKey(event) {
  if (composing(event)) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (list.hidden) return;
    event.preventDefault();
    move(event.key === "ArrowDown" ? 1 : current === -1 ? options.length : -1);
  } else if (event.key === "Enter" && current >= 0) {
    event.preventDefault();
    choose(current);
  } else if (event.key === "Escape" && !list.hidden) {
    event.preventDefault();
    event.stopPropagation();
    hide();
  } else if (event.key === "Tab") {
    hide();
  }
}

function onInput(event) {
  clearTimeout(timer);
  if (event.isComposing) return;
  timer = setTimeout(ask, DELAY_MS);
}

if (box) {
  makeList();
  box.addEventListener("input", onInput);
  box.addEventListener("compositionend", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, DELAY_MS);
  });
  box.addEventListener("keydown", onKey);
  box.addEventListener("blur", hide);
  // The Enter that ends a composition sends nothing, whatever the browser thinks of it.
  let lastComposed = false;
  box.addEventListener("keydown", (event) => {
    lastComposed = event.key === "Enter" && composing(event);
  });
  form.addEventListener(
    "submit",
    (event) => {
      if (lastComposed) {
        event.preventDefault();
        event.stopImmediatePropagation();
      } else {
        hide();
      }
      lastComposed = false;
    },
    { capture: true },
  );
}
