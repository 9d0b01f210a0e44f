// Keeps on this device what is typed into a form that was filled already, until it is saved: after a reload or an expired
// session it can be taken up again. Without this script, what was saved or kept last is there.

// How long it is kept: a week.
const longest = 7 * 24 * 60 * 60 * 1000;

for (const sent of document.querySelectorAll("[data-kept-sent]")) forget(sent.getAttribute("data-kept-sent") ?? "");
for (const form of document.querySelectorAll("form[data-kept]")) keep(/** @type {HTMLFormElement} */ (form));

/** @param {HTMLFormElement} form */
function keep(form) {
  const name = form.dataset.kept ?? "";
  const pairs = read(name);
  if (pairs && JSON.stringify(pairs) !== JSON.stringify(pairsOf(form))) offer(form, name, pairs);
  form.addEventListener("input", () => write(name, pairsOf(form)));
}

/**
 * All that the form would post, with the revision that it was typed over.
 * @param {HTMLFormElement} form
 * @returns {[string, string][]}
 */
function pairsOf(form) {
  return [...new FormData(form)].flatMap(([field, value]) =>
    // Names that begin with a sign are the framework's own.
    typeof value === "string" && /^[a-z]/.test(field) && field !== "intent" ? [[field, value]] : [],
  );
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {[string, string][]} pairs
 */
function offer(form, name, pairs) {
  const notice = document.createElement("p");
  notice.setAttribute("role", "status");
  notice.className = "mt-4 border-s-4 border-brick bg-wash px-4 py-3";
  notice.textContent = `${form.dataset.keptFound} `;
  notice.append(
    button(form.dataset.keptTake, () => send(form, pairs)),
    " ",
    button(form.dataset.keptDelete, () => {
      forget(name);
      notice.remove();
    }),
  );
  form.prepend(notice);
}

/**
 * @param {string | undefined} label
 * @param {() => void} press
 */
function button(label, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button";
  made.textContent = label ?? "";
  made.addEventListener("click", press);
  return made;
}

/**
 * Has the server show the form with what was kept: it may have rows that this page has not.
 * @param {HTMLFormElement} form
 * @param {[string, string][]} pairs
 */
function send(form, pairs) {
  for (const element of form.elements) {
    const input = /** @type {HTMLInputElement} */ (element);
    if (/^[a-z]/.test(input.name) && input.name !== "intent") input.disabled = true;
  }
  for (const [field, value] of pairs) {
    const input = document.createElement("textarea");
    input.hidden = true;
    input.name = field;
    input.value = value;
    form.append(input);
  }
  form.requestSubmit(/** @type {HTMLButtonElement} */ (form.querySelector("[data-kept-button]")));
}

/**
 * @param {string} name
 * @returns {[string, string][] | undefined}
 */
function read(name) {
  try {
    const kept = JSON.parse(localStorage.getItem(`ponte edit ${name}`) ?? "null");
    if (kept && Date.now() - kept.at > longest) forget(name);
    else return kept?.pairs;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} name
 * @param {[string, string][]} pairs
 */
function write(name, pairs) {
  try {
    localStorage.setItem(`ponte edit ${name}`, JSON.stringify({ at: Date.now(), pairs }));
  } catch {
    // A full or forbidden storage: the form works all the same.
  }
}

/** @param {string} name */
function forget(name) {
  try {
    localStorage.removeItem(`ponte edit ${name}`);
  } catch {
    // As above.
  }
}
