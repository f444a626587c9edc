import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { registerDecorator } from 'class-validator';
import { PASSWORD_LEAST, PASSWORD_MOST } from './passwords.js';

/** A password somebody chooses: long enough, and otherwise whatever they like. Characters count as people see them. */
export function IsNewPassword(): PropertyDecorator {
  return applyDecorators(
    (target: object, property: string | symbol) =>
      registerDecorator({
        name: 'passwordLength',
        target: target.constructor,
        propertyName: property as string,
        options: {
          message: `A password here has ${PASSWORD_LEAST} to ${PASSWORD_MOST} characters. A few words in a row are easy to keep in mind.`,
        },
        validator: { validate: isLongEnough },
      }),
    ApiProperty({ type: String, minLength: PASSWORD_LEAST, maxLength: PASSWORD_MOST }),
  );
}

/** So many code points can be typed where one signs in. */
const MOST_CODE_POINTS = 1000;

/** What people see as one character may be several code points: a family, a flag, a letter and its accent. */
const asSeen = new Intl.Segmenter('en', { granularity: 'grapheme' });

function isLongEnough(value: unknown): boolean {
  if (typeof value !== 'string' || !value.isWellFormed()) return false;
  const normal = value.normalize('NFC');
  if ([...normal].length > MOST_CODE_POINTS) return false;
  const length = [...asSeen.segment(normal)].length;
  return length >= PASSWORD_LEAST && length <= PASSWORD_MOST;
}
