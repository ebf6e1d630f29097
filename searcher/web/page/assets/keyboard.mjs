// Keys for those who do not want to leave them: / j k Enter Esc ?. None works while something is
// being typed or composed, and none takes the place of a browser's own.

const dialog = document.getElementById("shortcuts");
const box = document.getElementById("q");
let current = -1;

const hits = () => [...document.querySelectorAll(".hits > li")];

function isTyping(target) {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox])"))
  );
}

function go(step) {
  const all = hits();
  if (all.length === 0) return;
  all[current]?.classList.remove("current");
  current = Math.max(0, Math.min(all.length - 1, current + step));
  all[current].classList.add("current");
  const link = all[current].querySelector("a.title");
  link.focus({ preventScroll: true });
  all[current].scrollIntoView({ block: "nearest" });
}

const actions = {
  "/": () => {
    box.focus();
    box.select();
  },
  j: () => go(1),
  k: () => go(-1),
  "?": () => dialog?.showModal?.(),
};

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && event.target === box && !event.defaultPrevented) {
    box.blur();
    return;
  }
  if (isTyping(event.target) || dialog?.open) return;
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

document.addEventListener("page:shown", () => {
  current = -1;
});
