import { Component, input } from '@angular/core';
import type { WayToReach } from '../../api/contract';
import { Icon } from '../look/icon';
import { When } from '../look/when';

/** Numbers and addresses with what is safe. Only what is safe can be touched; the rest says why not. */
@Component({
  selector: 'app-ways-to-reach',
  imports: [Icon, When],
  template: `
    <section class="card stack" aria-labelledby="ways-title">
      <h2 id="ways-title">Ways to reach</h2>
      @for (way of ways(); track way.wayToReachId) {
        <div class="way">
          <div class="facts">
            <b>{{ way.value }}</b>
            <ul class="small">
              @for (caution of cautions(way); track caution) {
                <li class="caution"><app-icon name="silent" />{{ caution }}</li>
              }
              @if (way.bestHours) {
                <li class="quiet"><app-icon name="clock" />Best: {{ way.bestHours }}</li>
              }
              @if (way.untilOn; as until) {
                <li class="quiet">
                  <app-icon name="calendar" />Works until&nbsp;<app-when [day]="until" [dated]="true" />
                </li>
              }
            </ul>
          </div>
          <div class="row">
            @if (way.kind === 'phone' && way.mayCall) {
              <a [href]="'tel:' + digits(way.value)"
                ><app-icon name="phone" />Call<span class="only-heard"> {{ way.value }}</span></a
              >
            }
            @if (way.kind === 'phone' && way.mayText) {
              <a [href]="'sms:' + digits(way.value)"
                ><app-icon name="text" />Text<span class="only-heard"> {{ way.value }}</span></a
              >
            }
            @if (way.kind === 'email') {
              <a [href]="'mailto:' + way.value"
                ><app-icon name="mail" />Write<span class="only-heard"> to {{ way.value }}</span></a
              >
            }
          </div>
        </div>
      } @empty {
        <p class="quiet">No number or address is known yet.</p>
      }
    </section>
  `,
  styleUrl: './ways-to-reach.scss',
})
export class WaysToReach {
  readonly ways = input.required<WayToReach[]>();

  protected digits(value: string): string {
    return value.replace(/[^+\d]/g, '');
  }

  protected cautions(way: WayToReach): string[] {
    if (way.kind !== 'phone') return way.maySayWho ? [] : ["Don't say who is asking"];
    const cautions: string[] = [];
    if (!way.mayCall) cautions.push("Don't call: they said it is not safe");
    if (!way.mayText) cautions.push("Don't text: others may read it");
    if (way.mayCall && !way.mayVoicemail) cautions.push('Leave no voicemail');
    if ((way.mayCall || way.mayText) && !way.maySayWho) cautions.push("Don't say who is calling");
    return cautions;
  }
}
