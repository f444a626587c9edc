import type { MoveStopped } from './move.dto.js';

/** Thrown to take everything back, with what a person is told. */
export class Stopped extends Error {
  constructor(readonly stopped: MoveStopped) {
    super(stopped.code);
  }
}

/** Thrown to take everything back where another pass works on the file, or the server stops: nobody is told. */
export class TakenOver extends Error {}
