/** How often, in milliseconds; tests bring shorter ones. */
export class LiveTimes {
  /** A comment down every stream, so that nothing between us and a page takes the silence for the end. */
  heartbeatMs = 20_000;
  /** Whether the sessions behind the open streams still hold. */
  sessionsMs = 15_000;
}
