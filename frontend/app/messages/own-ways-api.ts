import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { AddDevice, OwnWays } from '../../api/contract';
import { UNATTENDED } from '../live/unattended';

const WAYS = '/api/me/ways';

/** By which ways the person who is signed in is told. Each step answers how it is now. */
@Service()
export class OwnWaysApi {
  private readonly http = inject(HttpClient);

  /** A look that nobody asked for: it keeps no session awake. */
  waysUnattended(): Promise<OwnWays> {
    return firstValueFrom(this.http.get<OwnWays>(WAYS, { headers: UNATTENDED }));
  }

  chooseMail(address: string): Promise<OwnWays> {
    return firstValueFrom(this.http.put<OwnWays>(`${WAYS}/mail`, { address }));
  }

  confirmMail(code: string): Promise<OwnWays> {
    return firstValueFrom(this.http.post<OwnWays>(`${WAYS}/mail/confirm`, { code }));
  }

  forgetMail(): Promise<OwnWays> {
    return firstValueFrom(this.http.delete<OwnWays>(`${WAYS}/mail`));
  }

  addDevice(device: AddDevice): Promise<OwnWays> {
    return firstValueFrom(this.http.post<OwnWays>(`${WAYS}/devices`, device));
  }

  removeDevice(deviceId: string): Promise<OwnWays> {
    return firstValueFrom(this.http.delete<OwnWays>(`${WAYS}/devices/${deviceId}`));
  }

  sendTest(): Promise<OwnWays> {
    return firstValueFrom(this.http.post<OwnWays>(`${WAYS}/test`, {}));
  }
}
