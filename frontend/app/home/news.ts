import type { ComponentRef, ViewContainerRef } from '@angular/core';
import type { HomePage } from '../../api/contract';
import { NewCoachLine } from './new-coach';
import { wordsOfAllPages } from './own-words';
import { StayLine } from './stay-line';

const lines = new WeakMap<ViewContainerRef, ComponentRef<StayLine | NewCoachLine>[]>();

/** Says it there, or says it anew: lines that stand are not built again, so that nobody hears them twice. */
export async function tell(place: ViewContainerRef, home: HomePage): Promise<void> {
  await wordsOfAllPages();
  const told = lines.get(place) ?? [place.createComponent(StayLine), place.createComponent(NewCoachLine)];
  lines.set(place, told);
  for (const line of told) line.setInput('home', home);
}
