// Choices apply at once: the form's next address is fetched and its <main> takes the place of this
// one. Every state stays an address, so back, forward and reload work as without a script. Where
// anything fails the browser simply goes there.

const root = document.documentElement;
root.classList.add("scripted");

const form = document.getElementById("search");
const status = document.getElementById("status");
const isNarrow = matchMedia("(max-width: 56rem)");
let running = null;

// The address of the form's state, without the fields that are empty.
function nextAddress() {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value !== "") fields.append(name, value);
  }
  const query = fields.toString();
  return query === "" ? "/" : `/?${query}`;
}

// What the focus stands on, in a way that the next page has too.
function focusKey() {
  const element = document.activeElement;
  if (!element?.closest("main, form")) return null;
  if (element.id) return `#${CSS.escape(element.id)}`;
  if (element.name && element.type === "checkbox") {
    return `input[name="${element.name}"][value="${CSS.escape(element.value)}"]`;
  }
  if (element.name) return `[name="${element.name}"]`;
  return null;
}

// The same for a part of the panel: its first value, for a facet its place among them.
function keyOf(element) {
  if (element.matches(".facet")) return String([...element.parentElement.children].indexOf(element));
  return element.closest("li")?.querySelector("input")?.value ?? element.className;
}

// Which parts of the panel are open and how far lists are scrolled, by their place.
function panelState(page) {
  return [...page.querySelectorAll("#filters details, #filters .tree")].map((element) => ({
    key: keyOf(element),
    tag: element.tagName,
    open: element.open,
    top: element.scrollTop,
  }));
}

function restorePanel(states) {
  for (const element of document.querySelectorAll("#filters details, #filters .tree")) {
    const key = keyOf(element);
    const before = states.find((state) => state.key === key && state.tag === element.tagName);
    if (!before) continue;
    if (element.tagName === "DETAILS" && (before.open || isNarrow.matches)) element.open = before.open;
    element.scrollTop = before.top;
  }
}

function takeOver(page, address) {
  const main = page.querySelector("main");
  const newForm = page.getElementById("search");
  if (!main || !newForm) throw new Error("this is no page of ours");
  const focus = focusKey();
  const height = document.activeElement?.getBoundingClientRect().top;
  const panel = panelState(document);
  document.title = page.title;
  document.querySelector("main").replaceWith(document.adoptNode(main));
  const hidden = [...newForm.querySelectorAll("input[type=hidden]")];
  form.querySelectorAll("input[type=hidden]").forEach((field) => field.remove());
  form.append(...hidden.map((field) => document.adoptNode(field)));
  const box = form.elements.q;
  if (document.activeElement !== box) box.value = newForm.querySelector("[name=q]").value;
  for (const links of [".masthead nav", "footer .themes"]) {
    document.querySelector(links).replaceWith(document.adoptNode(page.querySelector(links)));
  }
  document.dispatchEvent(new CustomEvent("page:shown", { detail: address }));
  restorePanel(panel); // After the other scripts: they may have put back what had the focus.
  const focused = focus && document.querySelector(focus);
  if (focused) {
    focused.focus({ preventScroll: true });
    // What was pressed stays where it was on the screen, however many hits stand above it.
    scrollBy({ top: focused.getBoundingClientRect().top - height, behavior: "instant" });
  }
  status.textContent = document.getElementById("total")?.textContent ?? page.title;
}

// Shows `address` without leaving the page. Only the latest request counts.
export async function show(address, { push = true } = {}) {
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  root.classList.add("busy");
  try {
    const answer = await fetch(address, { signal, headers: { Accept: "text/html" } });
    const text = await answer.text();
    if (signal.aborted) return;
    const page = new DOMParser().parseFromString(text, "text/html");
    const reached = new URL(answer.url);
    if (push) history.pushState(null, "", reached.pathname + reached.search);
    takeOver(page, reached.pathname + reached.search);
  } catch (failure) {
    if (failure.name === "AbortError") return;
    if (failure instanceof TypeError && !navigator.onLine) {
      status.textContent = document.body.dataset.unreached;
    } else {
      location.assign(address);
    }
  } finally {
    if (!signal.aborted) root.classList.remove("busy");
  }
}

// A date that is ticked takes the place of those around it and within it: December is no narrower
// for the 24th beside it, as values of one facet add up.
function leaveOneOfBranch(box) {
  if (box.name !== "date" || !box.checked) return;
  for (const other of document.querySelectorAll('#filters input[name="date"]:checked')) {
    const [short, long] = other.value.length < box.value.length ? [other, box] : [box, other];
    if (other !== box && long.value.startsWith(`${short.value}-`)) other.checked = false;
  }
}

document.addEventListener("change", (event) => {
  const control = event.target;
  if (control.form !== form || control.name === "q" || !document.querySelector(".results")) return;
  // A range is a range once both fields have been left, or Enter says so.
  if (control.type === "text") return;
  leaveOneOfBranch(control);
  show(nextAddress());
});

document.addEventListener("page:choose", (event) => {
  const address = new URL(location.href);
  address.searchParams.delete("date");
  address.searchParams.delete("page");
  // Words of the query that were read as a date give way to the chosen one.
  for (const words of new FormData(form).getAll("instead")) address.searchParams.append("instead", words);
  if (event.detail) address.searchParams.append("date", event.detail);
  show(address.pathname + address.search);
});

form.addEventListener("submit", (event) => {
  if (!document.querySelector(".results")) return;
  event.preventDefault();
  show(nextAddress());
});

window.addEventListener("popstate", () => show(location.pathname + location.search, { push: false }));

// A box above the list of countries that leaves only the rows with its letters.
function addFilterBoxes() {
  for (const list of document.querySelectorAll(".filtered")) {
    const label = document.createElement("label");
    label.className = "filter";
    label.textContent = list.dataset.filter;
    const box = document.createElement("input");
    box.type = "search";
    box.autocomplete = "off";
    label.append(box);
    list.before(label);
    box.addEventListener("input", () => filterRows(list, box.value));
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing) event.preventDefault();
    });
  }
}

function filterRows(list, typed) {
  const wanted = typed.trim().toLocaleLowerCase();
  const matches = (row) => row.textContent.toLocaleLowerCase().includes(wanted);
  let shown = 0;
  for (const region of list.children) {
    const regionMatches = matches(region.querySelector(":scope > .row"));
    let inside = 0;
    for (const country of region.querySelectorAll("ul > li")) {
      const fits = regionMatches || matches(country);
      country.hidden = !fits;
      inside += fits ? 1 : 0;
    }
    region.hidden = !regionMatches && inside === 0;
    shown += region.hidden ? 0 : 1;
  }
  status.textContent = String(shown);
}

document.addEventListener("page:shown", addFilterBoxes);
addFilterBoxes();

// On a small screen the facets begin folded, but for those with a choice in them.
if (isNarrow.matches) {
  for (const facet of document.querySelectorAll("#filters > .facet")) {
    facet.open = facet.querySelector(":checked") !== null;
  }
}
