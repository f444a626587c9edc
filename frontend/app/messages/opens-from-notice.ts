import { inject, provideAppInitializer } from '@angular/core';
import { Router } from '@angular/router';

/** A tap on a notice while the app is open: it goes there, and what is being typed is asked about first as always. */
export const opensFromNotice = provideAppInitializer(() => {
  const router = inject(Router);
  navigator.serviceWorker?.addEventListener(
    'message',
    ({ data }: MessageEvent<{ opens?: unknown } | null>) => {
      if (data?.opens === '/risk-notes') void router.navigateByUrl('/risk-notes');
    },
  );
});
