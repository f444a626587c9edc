import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { OwnDevice, OwnWays } from '../../api/contract';
import { Icon } from '../look/icon';
import { dayOf } from '../look/time-words';
import { When } from '../look/when';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { OwnWaysApi } from './own-ways-api';
import {
  keepDeviceId,
  knownDeviceId,
  type PushAbility,
  pushAbility,
  subscribe,
  unsubscribe,
} from './push-device';

const WHY_NOT: Record<PushAbility, string> = {
  possible: '',
  'not offered':
    'This browser offers no notices. On an iPhone or iPad, first add this page to the home screen and open it from there.',
  'not encrypted': 'Notices need an encrypted connection: open this page by its https address.',
  denied:
    'This browser was told not to show notices from here. Allow them in its settings for this site, then come back.',
};

/** Notices on devices: this one, after a tap, and those one opted in on before. */
@Component({
  selector: 'app-push-way',
  imports: [Icon, MatButton, When],
  templateUrl: './push-way.html',
  styles: `
    li {
      justify-content: space-between;
    }
    [role='alert'] {
      color: var(--mat-sys-error);
    }
    p:empty {
      display: none;
    }
  `,
})
export class PushWay {
  readonly devices = input.required<OwnDevice[]>();
  readonly pushKey = input.required<string>();
  readonly changed = output<OwnWays>();

  private readonly api = inject(OwnWaysApi);
  private readonly session = inject(Session);
  private readonly ability = signal(pushAbility());
  private readonly ownId = signal(knownDeviceId());
  protected readonly isAsking = signal(false);
  protected readonly wrong = signal('');
  protected readonly whyNot = computed(() => WHY_NOT[this.ability()]);
  protected readonly isOn = computed(() => this.devices().some((device) => this.isThisOne(device)));

  protected isThisOne({ deviceId }: OwnDevice): boolean {
    return deviceId === this.ownId();
  }

  protected dayOf(instant: string): string {
    return dayOf(instant, this.session.me()?.organization.timeZone ?? 'UTC');
  }

  protected async optIn(): Promise<void> {
    this.wrong.set('');
    this.isAsking.set(true);
    try {
      const device = await subscribe(this.pushKey());
      this.ability.set(pushAbility());
      if (!device) {
        if (!this.whyNot()) this.wrong.set('The browser was not given leave, so nothing changed.');
        return;
      }
      const ways = await this.api.addDevice(device);
      keepDeviceId(device.deviceId);
      this.ownId.set(device.deviceId);
      this.changed.emit(ways);
    } catch (failure) {
      this.wrong.set(
        failure instanceof DOMException || failure instanceof TypeError
          ? 'The browser could not reach its push service. Try again with signal, or use e-mail.'
          : problemOf(failure).detail,
      );
    } finally {
      this.isAsking.set(false);
    }
  }

  protected async remove(device: OwnDevice): Promise<void> {
    this.wrong.set('');
    try {
      this.changed.emit(await this.api.removeDevice(device.deviceId));
      if (this.isThisOne(device)) {
        await unsubscribe();
        this.ownId.set(null);
      }
    } catch (failure) {
      this.wrong.set(problemOf(failure).detail);
    }
  }
}
