import { httpResource } from '@angular/common/http';
import { Component } from '@angular/core';
import type { UncertifiedLogging as Setting } from '../../api/certification-contract';
import { UncertifiedLoggingForm } from './uncertified-logging-form';

/** What becomes of a contact of somebody without a certification on its day: as it is, and to be chosen. */
@Component({
  selector: 'app-uncertified-logging',
  imports: [UncertifiedLoggingForm],
  template: `
    @if (setting.hasValue()) {
      <app-uncertified-logging-form [setting]="setting.value()" (changed)="setting.set($event)" />
    }
  `,
})
export class UncertifiedLogging {
  protected readonly setting = httpResource<Setting>(() => '/api/uncertified-logging');
}
