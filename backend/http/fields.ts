import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  registerDecorator,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';

function rule(name: string, isRight: (value: unknown) => boolean, message: string): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: property as string,
      options: { message } satisfies ValidationOptions,
      validator: { validate: isRight },
    });
}

/**
 * Words a person typed, kept byte for byte: emoji, right-to-left and zero-width characters included.
 * Refused: what PostgreSQL cannot hold (NUL) or what is no text at all (half of a surrogate pair).
 */
export function Words(most: number, least = 0): PropertyDecorator {
  return applyDecorators(
    rule('isText', (value) => typeof value === 'string', 'This must be text.'),
    rule(
      'charactersNotStorable',
      (value) => typeof value !== 'string' || (value.isWellFormed() && !value.includes('\0')),
      'This holds a character that cannot be stored (often from a broken paste). Take it out and try again.',
    ),
    rule(
      'tooLong',
      (value) => typeof value !== 'string' || [...value].length <= most,
      `At most ${most.toLocaleString('en')} characters fit here.`,
    ),
    rule(
      'empty',
      (value) => typeof value !== 'string' || value.trim().length >= least,
      'A few words are needed here.',
    ),
    ApiProperty({ type: String, maxLength: most, minLength: least || undefined }),
  );
}

/** A civil day that exists, `YYYY-MM-DD`, from 1900 on. */
export function IsDay(): PropertyDecorator {
  return applyDecorators(
    rule('isDay', isDay, 'This is not a day in the calendar (YYYY-MM-DD, from 1900 on).'),
    ApiProperty({ type: String, format: 'date', example: '2026-11-21' }),
  );
}

export function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value) || value < '1900-01-01') return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** A time of day, `HH:MM`, on the organization's clock. */
export function IsClockTime(): PropertyDecorator {
  return applyDecorators(
    rule(
      'isClockTime',
      (value) => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value),
      'This is not a time (HH:MM, 00:00 to 23:59).',
    ),
    ApiProperty({ type: String, example: '17:30' }),
  );
}

/** A time of day at which something ends, `HH:MM` through 24:00. */
export function IsEndingTime(): PropertyDecorator {
  return applyDecorators(
    rule(
      'isEndingTime',
      (value) => typeof value === 'string' && /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(value),
      'This is not a time (HH:MM, 00:00 to 24:00).',
    ),
    ApiProperty({ type: String, example: '17:00' }),
  );
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

/** An id the client makes: a UUID of version 7, so that rows lie in the order they were made. */
export function IsNewId(): PropertyDecorator {
  return applyDecorators(
    rule('isNewId', (value) => isId(value) && value[14] === '7', 'This is not a UUID of version 7.'),
    ApiProperty({ type: String, format: 'uuid' }),
  );
}

/** One of these, checked field by field; a list of them is refused, as ValidateNested alone would not. */
export function IsOne(type: () => new () => object): PropertyDecorator {
  return applyDecorators(
    rule('isOne', (value) => typeof value === 'object' && !Array.isArray(value), 'This must be one object.'),
    ValidateNested(),
    Type(type),
  );
}

/** Several of these, each checked field by field: what is wrong with the second is told as `promises.1.words`. */
export function AreSeveral(type: () => new () => object, most: number): PropertyDecorator {
  return applyDecorators(
    IsArray({ message: 'This must be a list.' }),
    ArrayMaxSize(most, { message: `At most ${most} fit here.` }),
    rule(
      'areObjects',
      (value) =>
        !Array.isArray(value) ||
        value.every((each) => typeof each === 'object' && each !== null && !Array.isArray(each)),
      'Each of these must be one object.',
    ),
    ValidateNested({ each: true }),
    Type(type),
  );
}

/** Any number of these, none of them twice over. */
export function AreOf(choices: readonly string[]): PropertyDecorator {
  return applyDecorators(
    IsArray({ message: 'This must be a list.' }),
    ArrayMaxSize(choices.length, { message: 'This says something twice.' }),
    IsIn(choices, { each: true }),
  );
}

/** An id of something that should exist: malformed is let through here and answered as missing (404) by the use case. */
export function IsReference(): PropertyDecorator {
  return applyDecorators(
    rule('isText', (value) => typeof value === 'string' && value.length <= 100, 'This must be an id.'),
    ApiProperty({ type: String, format: 'uuid' }),
  );
}
