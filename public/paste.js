// Pastes from Word and from the web as the Markdown that our texts are written in. Without this script, or where the
// server cannot be asked, plain text is pasted as ever.

for (const area of document.querySelectorAll("textarea[data-paste]"))
  area.addEventListener("paste", (event) => paste(/** @type {ClipboardEvent} */ (event)));

/** @param {ClipboardEvent} event */
async function paste(event) {
  const area = /** @type {HTMLTextAreaElement} */ (event.currentTarget);
  const html = event.clipboardData?.getData("text/html") ?? "";
  const plain = event.clipboardData?.getData("text/plain") ?? "";
  // What is only a stretch of plain text needs no help.
  if (html === "" || !/<(?:p|li|h[1-6]|b|i|strong|em|a|table|span|div|blockquote)\b/i.test(html)) return;
  event.preventDefault();
  // Where it is to stand, though the answer takes a moment.
  const { selectionStart, selectionEnd, value } = area;
  const markdown = (await ask(area.dataset.paste ?? "", html)) || plain;
  area.focus();
  if (area.value === value) area.setSelectionRange(selectionStart, selectionEnd);
  // The old command is the one that can be undone by keyboard; where it is gone, the text is put in all the same.
  if (!document.execCommand("insertText", false, markdown)) {
    area.setRangeText(markdown, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/**
 * @param {string} address
 * @param {string} html
 * @returns {Promise<string>} nothing where no answer came
 */
async function ask(address, html) {
  try {
    const answer = await fetch(address, { method: "POST", body: new URLSearchParams({ html }) });
    return answer.ok ? await answer.text() : "";
  } catch {
    return "";
  }
}
