// The only script of Ponte's forms: keeps what is typed on this device until it is sent, and counts characters.
// Everything works without it.

/** @typedef {Record<string, string[]>} Draft */

// How long a draft is kept: a week.
const longest = 7 * 24 * 60 * 60 * 1000;

for (const form of document.querySelectorAll("form[data-draft]")) keepDraft(/** @type {HTMLFormElement} */ (form));
for (const area of document.querySelectorAll("textarea[data-counted]"))
  count(/** @type {HTMLTextAreaElement} */ (area));
for (const sent of document.querySelectorAll("[data-draft-sent]")) forget(sent.getAttribute("data-draft-sent") ?? "");

/** @param {HTMLFormElement} form */
function keepDraft(form) {
  const name = form.dataset.draft ?? "";
  // One that shows what is stored (data-draft-over) says in its name which version that is.
  const filled = form.dataset.draftOver === undefined && typed(form).some(([, value]) => value !== "");
  const answered = filled || form.querySelector("[role=alert]") !== null;
  const draft = read(name);
  // A form that came back from the server already holds what was typed.
  if (draft && !answered) restore(form, draft, name);
  form.addEventListener("input", () => {
    /** @type {Draft} */
    const values = {};
    for (const [field, value] of typed(form)) {
      values[field] ??= [];
      values[field].push(value);
    }
    write(name, values);
  });
}

/**
 * What people type or choose: not the hidden fields, the language that is preset, the consent, which is asked anew, nor
 * who they are: others may use this device after them.
 * @param {HTMLFormElement} form
 * @returns {[string, string][]}
 */
function typed(form) {
  const own = new Set(["intent", "consent", "language", "contactName", "contactEmail", "name", "email", "website2"]);
  /** @type {[string, string][]} */
  const pairs = [];
  for (const element of form.elements) {
    const input = /** @type {HTMLInputElement} */ (element);
    if (!input.name || isButton(input) || input.type === "hidden" || own.has(input.name)) continue;
    if (isChoice(input) && !input.checked) continue;
    pairs.push([input.name, input.value]);
  }
  return pairs;
}

/** @param {HTMLInputElement} input */
function isButton(input) {
  return input.localName === "button" || input.type === "submit";
}

/** @param {HTMLInputElement} input */
function isChoice(input) {
  return input.type === "checkbox" || input.type === "radio";
}

/**
 * @param {HTMLFormElement} form
 * @param {Draft} draft
 * @param {string} name
 */
function restore(form, draft, name) {
  for (const element of form.elements) {
    const input = /** @type {HTMLInputElement} */ (element);
    const values = draft[input.name];
    // What a button does is never what was typed.
    if (!values || isButton(input)) continue;
    if (isChoice(input)) input.checked = values.includes(input.value);
    else input.value = values[0] ?? "";
  }
  const notice = document.createElement("p");
  notice.setAttribute("role", "status");
  notice.className = "mt-4 border-s-4 border-brick bg-wash px-4 py-3";
  notice.textContent = `${form.dataset.draftFound} `;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = form.dataset.draftDelete ?? "";
  button.addEventListener("click", () => {
    forget(name);
    form.reset();
    notice.remove();
  });
  notice.append(button);
  form.prepend(notice);
}

/** @param {HTMLTextAreaElement} area */
function count(area) {
  const words = area.form?.dataset.characters ?? "";
  const left = document.createElement("p");
  left.className = "text-small text-muted";
  left.setAttribute("aria-live", "polite");
  area.after(left);
  const rules = new Intl.PluralRules(document.documentElement.lang);
  const show = () => {
    const number = area.maxLength - area.value.length;
    left.textContent = plural(words, rules.select(number), number);
  };
  area.addEventListener("input", show);
  show();
}

/**
 * One plural of an ICU message such as `{count, plural, one {# character} other {# characters}}`.
 * @param {string} message
 * @param {string} category
 * @param {number} number
 */
function plural(message, category, number) {
  const form = (/** @type {string} */ name) => new RegExp(`\\b${name} \\{([^}]*)\\}`).exec(message)?.[1];
  return (form(category) ?? form("other") ?? "").replace("#", String(number));
}

/**
 * @param {string} name
 * @returns {Draft | undefined}
 */
function read(name) {
  try {
    const draft = JSON.parse(localStorage.getItem(`ponte ${name}`) ?? "null");
    if (draft && Date.now() - draft.at > longest) forget(name);
    else return draft?.values;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} name
 * @param {Draft} values
 */
function write(name, values) {
  try {
    localStorage.setItem(`ponte ${name}`, JSON.stringify({ at: Date.now(), values }));
  } catch {
    // A full or forbidden storage: the form works all the same.
  }
}

/** @param {string} name */
function forget(name) {
  try {
    localStorage.removeItem(`ponte ${name}`);
  } catch {
    // As above.
  }
}
