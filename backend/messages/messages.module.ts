import { type DynamicModule, Module } from '@nestjs/common';
import { Mail } from './mail.js';
import { MESSAGE_SETTINGS, type MessageSettings } from './message-settings.js';
import { OwnWaysController } from './own-ways.controller.js';
import { OwnWaysService } from './own-ways.service.js';
import { PushKeysKept } from './push-keys.js';
import { Push } from './push.js';
import { SendMessages } from './send-messages.js';
import { UndeliveredController } from './undelivered.controller.js';
import { UndeliveredService } from './undelivered.service.js';

/** How staff are told that something waits, by mail and by push, and what became of it. */
@Module({})
export class MessagesModule {
  static over(settings: MessageSettings): DynamicModule {
    return {
      module: MessagesModule,
      controllers: [OwnWaysController, UndeliveredController],
      providers: [
        { provide: MESSAGE_SETTINGS, useValue: settings },
        Mail,
        Push,
        PushKeysKept,
        OwnWaysService,
        SendMessages,
        UndeliveredService,
      ],
    };
  }
}
