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

function isLongEnough(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const length = [...value.normalize('NFC')].length;
  return length >= PASSWORD_LEAST && length <= PASSWORD_MOST;
}
