// Says how hard a text is to read while it is written. Without this script the form's own button says the same.

// How long one stops typing before a text is measured, in milliseconds.
const pause = 600;

for (const area of document.querySelectorAll("textarea[data-reading-level]"))
  measure(/** @type {HTMLTextAreaElement} */ (area));

/** @param {HTMLTextAreaElement} area */
function measure(area) {
  const box = document.getElementById(area.dataset.advice ?? "");
  let waiting = 0;
  area.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const text = area.value;
      const level = await ask(area.dataset.readingLevel ?? "", area.lang, text);
      // What was said of an older text says nothing of this one.
      if (box && area.value === text) show(box, level);
    }, pause);
  });
}

/**
 * @param {string} address
 * @param {string} locale
 * @param {string} text
 * @returns {Promise<{ advice: string, longSentences: string[] }>}
 */
async function ask(address, locale, text) {
  try {
    const answer = await fetch(address, { method: "POST", body: new URLSearchParams({ locale, text }) });
    if (answer.ok) return await answer.json();
  } catch {
    // No connection: the form works all the same.
  }
  return { advice: "", longSentences: [] };
}

/**
 * @param {HTMLElement} box
 * @param {{ advice: string, longSentences: string[] }} level
 */
function show(box, { advice, longSentences }) {
  const [words, list] = box.children;
  // Said aloud only where it is new.
  if (words.textContent !== advice) words.textContent = advice;
  const items = longSentences.map((sentence) => {
    const item = document.createElement("li");
    item.textContent = sentence;
    return item;
  });
  if (list.textContent !== longSentences.join("")) list.replaceChildren(...items);
}
