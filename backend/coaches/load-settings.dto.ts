import { IsInt, IsNumber, IsOptional, Max, Min } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { IsOne } from '../http/fields.js';
import type { LoadWeights } from './load.rules.js';

function Weight(): PropertyDecorator {
  return applyDecorators(
    IsNumber({ maxDecimalPlaces: 2 }, { message: 'A weight is a number, as 0.5.' }),
    Min(0, { message: 'A weight is never less than nothing.' }),
    Max(10, { message: 'At most 10 fits here.' }),
  );
}

/** The most participants of a coach; a whole number of people, or none. */
export function Ceiling(): PropertyDecorator {
  return applyDecorators(
    IsOptional(),
    IsInt({ message: 'The ceiling is a whole number of people.' }),
    Min(1, { message: 'A ceiling lets a coach walk with one person at least.' }),
    Max(1000, { message: 'At most 1,000 fits here.' }),
  );
}

/** What participants weigh on a coach: see load.rules.ts. */
export class Weights implements LoadWeights {
  @Weight()
  each!: number;
  @Weight()
  earlyWindow!: number;
  @Weight()
  lateWindow!: number;
  @Weight()
  urgentNote!: number;
  @Weight()
  concernNote!: number;
  @Weight()
  firstDays!: number;
  /** Taken off. */
  @Weight()
  longCadence!: number;
  /** Flat, as second coach or while paused. */
  @Weight()
  light!: number;
  @Weight()
  least!: number;
}

export class SetLoad {
  @IsOne(() => Weights)
  weights!: Weights;

  /** In weight, for every coach without a capacity of their own. */
  @IsNumber({ maxDecimalPlaces: 2 }, { message: 'The capacity is a number.' })
  @Min(1, { message: 'A coach can carry one person at least.' })
  @Max(1000, { message: 'At most 1,000 fits here.' })
  capacity!: number;

  /** The most participants a coach may have; left out or null for no ceiling. */
  @Ceiling()
  headCountCeiling?: number | null;
}

export class LoadSettingsView {
  weights!: Weights;
  capacity!: number;
  headCountCeiling!: number | null;
  /** 0 while nobody has set anything. */
  version!: number;
}
