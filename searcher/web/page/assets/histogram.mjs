// A range of dates chosen on the bars: drawn with the pointer, or by two sliders with the keyboard.
// The range becomes the limit `date=FROM..TO`; a plain click still follows the bar's own link.

const choose = (value) => document.dispatchEvent(new CustomEvent("page:choose", { detail: value }));

function brushOn(figure) {
  const drawing = figure.querySelector(".bars");
  const bars = [...drawing.querySelectorAll("a")];
  if (bars.length < 2 || !document.querySelector(".results")) return;
  const value = (index) => bars[index].dataset.value;
  const words = (index) => bars[index].querySelector("title").textContent;
  const range = (a, b) => {
    const [from, to] = [Math.min(a, b), Math.max(a, b)];
    return from === to ? value(from) : `${value(from)}..${value(to)}`;
  };
  const paint = (a, b) => {
    const [from, to] = [Math.min(a, b), Math.max(a, b)];
    bars.forEach((bar, index) => bar.classList.toggle("brushed", index >= from && index <= to));
  };

  let start = -1;
  let end = -1;
  const indexAt = (event) => {
    const box = drawing.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    return Math.max(0, Math.min(bars.length - 1, Math.floor(share * bars.length)));
  };
  drawing.addEventListener("dragstart", (event) => event.preventDefault());
  drawing.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    start = end = indexAt(event);
  });
  drawing.addEventListener("pointermove", (event) => {
    if (start < 0) return;
    end = indexAt(event);
    if (end !== start) drawing.setPointerCapture(event.pointerId);
    paint(start, end);
    const thumbs = figure.querySelectorAll(".brush input");
    thumbs[0].value = Math.min(start, end);
    thumbs[1].value = Math.max(start, end);
  });
  const finish = (event) => {
    if (start >= 0 && end !== start && event.type === "pointerup") {
      // The click that follows would lead to one bar.
      drawing.addEventListener("click", (click) => click.preventDefault(), { once: true, capture: true });
      choose(range(start, end));
    }
    start = end = -1;
  };
  drawing.addEventListener("pointerup", finish);
  drawing.addEventListener("pointercancel", finish);

  drawing.after(sliders(figure, bars, { words, range, paint }));
}

const PAUSE_MS = 350; // Arrow keys come in runs.

// Two sliders; the range is chosen when one has come to rest.
function sliders(figure, bars, { words, range, paint }) {
  const chosen = bars.map((bar, index) => (bar.classList.contains("chosen") ? index : -1)).filter((i) => i >= 0);
  const ends = [chosen[0] ?? 0, chosen.at(-1) ?? bars.length - 1];
  const group = document.createElement("div");
  group.className = "brush";
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", figure.dataset.name);
  group.style.setProperty("--bars", bars.length);
  const names = [figure.dataset.from, figure.dataset.to];
  const inputs = ends.map((at, which) => {
    const input = document.createElement("input");
    input.type = "range";
    input.min = 0;
    input.max = bars.length - 1;
    input.value = at;
    input.setAttribute("aria-valuetext", words(at));
    input.setAttribute("aria-label", names[which]);
    input.id = `brush-${which}`;
    group.append(input);
    return input;
  });
  let timer = 0;
  const places = () => inputs.map((input) => Number(input.value));
  for (const input of inputs) {
    input.addEventListener("input", () => {
      input.setAttribute("aria-valuetext", words(Number(input.value)));
      paint(...places());
    });
    input.addEventListener("change", () => {
      clearTimeout(timer);
      timer = setTimeout(() => choose(range(...places())), PAUSE_MS);
    });
  }
  return group;
}

function start() {
  document.querySelectorAll(".histogram").forEach(brushOn);
}
document.addEventListener("page:shown", start);
start();
