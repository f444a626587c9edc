/** With less of the page than this above it, a phone's own keyboard is open, and the browser does the scrolling. */
const WHOLE_PAGE = 0.9;

/** A field that grows while somebody types would grow under the bar that stays at the foot of the page. */
export function staysInSight(field: HTMLElement): void {
  const isKeyboardOpen = (window.visualViewport?.height ?? innerHeight) < innerHeight * WHOLE_PAGE;
  if (!isKeyboardOpen) field.scrollIntoView({ block: 'nearest' });
}
