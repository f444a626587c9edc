type Field = HTMLTextAreaElement | HTMLInputElement;

/**
 * Puts words in place of others as if they had been typed: whoever listens hears of it, and Ctrl+Z takes it back.
 * `execCommand` is the only way that the undo of a text field knows of; where there is none, the words are put all the same.
 */
export function put(field: Field, start: number, end: number, words: string): void {
  field.focus();
  field.setSelectionRange(start, end);
  if (document.execCommand?.('insertText', false, words)) return;
  field.setRangeText(words, start, end, 'end');
  field.dispatchEvent(
    new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText', data: words }),
  );
}

/** The field's own undo, for those who have no Ctrl+Z under their thumb. */
export function takeBack(field: Field): void {
  field.focus();
  document.execCommand?.('undo');
}
