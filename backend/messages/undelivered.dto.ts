import { DeliveryView } from './delivery.view.js';

/** Somebody who was to be told and was not, by one way or by any; never what it was about. */
export class Undelivered {
  messageId!: string;
  /** Who was to be told. */
  name!: string;
  toldAt!: Date;
  /** Empty when they have said no way to reach them. */
  deliveries!: DeliveryView[];
}

export class UndeliveredList {
  /** Of the last seven days, newest first. */
  items!: Undelivered[];
  isMailSetUp!: boolean;
}
