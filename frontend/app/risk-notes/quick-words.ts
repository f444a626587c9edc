/** Words for an answer that must not wait for a sentence; each may be adjusted before it goes. The first is put in. */
export const QUICK_WORDS: Record<'acknowledge' | 'resolve', readonly string[]> = {
  acknowledge: [
    $localize`Seen. I am on it and call you now.`,
    $localize`Seen. Stay with them; I am on my way.`,
    $localize`Seen, thank you. We speak about it today.`,
  ],
  resolve: [
    $localize`Settled: they are safe, and there is a plan for the next days.`,
    $localize`We went through it together; nothing more is needed now.`,
  ],
};
