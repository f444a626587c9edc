/** Every time zone this browser knows, and the one that is set, by name. */
export function zonesWith(now: string): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), now])].sort();
}

/** "New York (America)" of America/New_York: the place is what people look for. */
export function zoneWords(zone: string): string {
  const [region, ...places] = zone.replaceAll('_', ' ').split('/');
  return places.length ? `${places.join(', ')} (${region})` : zone;
}
