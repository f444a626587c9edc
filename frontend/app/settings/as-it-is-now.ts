import { httpResource } from '@angular/common/http';
import { computed, Injectable } from '@angular/core';
import type {
  AnsweringSettings,
  AssessmentSettings,
  LoadSettings,
  ReviewSettings,
  WellbeingSettings,
} from '../../api/contract';
import { hoursInLines } from '../wellbeing/quiet-hours-fields';
import type { Area } from './setting-places';

/** How each area is set now, in a line; an area has none until its answer is here. */
@Injectable()
export class AsItIsNow {
  private readonly answering = httpResource<AnsweringSettings>(() => '/api/answering');
  private readonly load = httpResource<LoadSettings>(() => '/api/load-settings');
  private readonly reading = httpResource<ReviewSettings>(() => '/api/review-settings');
  private readonly questions = httpResource<AssessmentSettings>(() => '/api/assessment-settings');
  private readonly rest = httpResource<WellbeingSettings>(() => '/api/wellbeing/settings');
  private readonly certification = httpResource<{ uncertifiedLogging: 'refuse' | 'hold' }>(
    () => '/api/uncertified-logging',
  );

  readonly words = computed((): Partial<Record<Area, string>> => ({
    ...(this.answering.hasValue() && { answering: answeringWords(this.answering.value()) }),
    ...(this.load.hasValue() && { load: loadWords(this.load.value()) }),
    ...(this.reading.hasValue() && {
      reading: `${this.reading.value().samplePercent} of a hundred of certified coaches`,
    }),
    ...(this.questions.hasValue() && { questions: rhythmWords(this.questions.value()) }),
    ...(this.rest.hasValue() && { rest: hoursInLines(this.rest.value()).join(' · ') }),
    ...(this.certification.hasValue() && {
      certification:
        this.certification.value().uncertifiedLogging === 'hold'
          ? 'Without one, a contact is held for the supervisor'
          : 'Without one, a contact is refused',
    }),
  }));
}

function answeringWords({ onCall, urgentMinutes, concernWorkingDays, watchDays }: AnsweringSettings): string {
  const times = `Urgent in ${urgentMinutes} minutes, concern in ${days(concernWorkingDays, 'working day')}, watch in ${days(watchDays, 'day')}`;
  return `${times} · ${onCall ? `${onCall.name} is on call` : 'nobody is on call'}`;
}

function loadWords({ capacity, headCountCeiling }: LoadSettings): string {
  const most = headCountCeiling === null ? 'no ceiling' : `${headCountCeiling} people at most`;
  return `Capacity ${capacity}, ${most}`;
}

function rhythmWords({ barcFirstDays, barcEveryDays }: AssessmentSettings): string {
  return `Within ${days(barcFirstDays, 'day')}, then every ${days(barcEveryDays, 'day')}`;
}

const days = (count: number, one: string): string => (count === 1 ? `1 ${one}` : `${count} ${one}s`);
