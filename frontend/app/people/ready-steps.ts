import type { WhatIsReady } from '../../api/contract';

/** One thing an organization needs before its coaches can begin. */
export interface ReadyStep {
  /** What it is, as a place one goes to. */
  name: string;
  /** How far it is, or what it is good for while there is nothing. */
  words: string;
  isDone: boolean;
  path: string;
  params?: Record<string, string>;
}

/** In the order in which one stands on another. What can't be lacking yet, as coaches for nobody, is no step yet. */
export function readySteps(ready: WhatIsReady): ReadyStep[] {
  const { supervisorCount, coachCount, participantCount } = ready;
  const steps: ReadyStep[] = [
    {
      name: 'Supervisors',
      words: supervisorCount
        ? `${supervisorCount} here`
        : 'They answer risk notes and look after coaches, so they come first.',
      isDone: supervisorCount > 0,
      path: '/people/add',
      params: { role: 'supervisor' },
    },
    {
      name: 'Coaches',
      words: coachCount ? `${coachCount} here` : 'Each gets a link that opens their account once.',
      isDone: coachCount > 0,
      path: '/people/add',
      params: { role: 'coach' },
    },
    {
      name: 'The people they walk with',
      words: participantCount
        ? `${participantCount} here`
        : 'Bring the spreadsheet you have: nothing comes in before you have seen every row.',
      isDone: participantCount > 0,
      path: '/people/moving-in',
    },
  ];
  if (participantCount > 0)
    steps.push({
      name: 'A coach for everybody',
      words: ready.withoutCoachCount
        ? `${ready.withoutCoachCount} of ${participantCount} still ${ready.withoutCoachCount === 1 ? 'has' : 'have'} none.`
        : 'Nobody is without one.',
      isDone: ready.withoutCoachCount === 0,
      path: '/people',
      params: { role: 'participant', without: 'coach' },
    });
  if (coachCount > 0)
    steps.push({
      name: 'A supervisor for every coach',
      words: ready.coachesWithoutSupervisorCount
        ? `${ready.coachesWithoutSupervisorCount} of ${coachCount} ${ready.coachesWithoutSupervisorCount === 1 ? 'reports' : 'report'} to nobody: set it under Roles and history.`
        : 'Each has somebody who answers.',
      isDone: ready.coachesWithoutSupervisorCount === 0,
      path: '/people',
      params: { role: 'coach' },
    });
  if (supervisorCount > 0)
    steps.push({
      name: 'Somebody on call',
      words: ready.isSomebodyOnCall
        ? 'Urgent notes ring for them, day and night.'
        : 'Until one is named, an urgent note at night is told to every supervisor.',
      isDone: ready.isSomebodyOnCall,
      path: '/answering',
    });
  if (supervisorCount + coachCount > 0)
    steps.push({
      name: 'Accounts opened',
      words: ready.notOpenedCount
        ? `${ready.notOpenedCount} not yet. Did their links reach them? A new one is a tap away.`
        : 'Everybody has been in.',
      isDone: ready.notOpenedCount === 0,
      path: '/people',
    });
  return steps;
}
