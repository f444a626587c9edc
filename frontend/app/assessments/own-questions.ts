import { httpResource, type HttpResourceRef } from '@angular/common/http';
import type { OwnQuestions } from '../../api/contract';
import { pageLanguage } from '../look/language';

/** Everything that the pages of questions are made of, in the page's language where it was published in it. */
export function ownQuestions(): HttpResourceRef<OwnQuestions | undefined> {
  return httpResource<OwnQuestions>(() => `/api/own-assessments?language=${pageLanguage()}`);
}
