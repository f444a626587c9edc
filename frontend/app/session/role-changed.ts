/** Every tab of this browser acts in the role of the one session. */
const CHANNEL = 'alongside.role-changed';

/** This tab changed the role itself and knows where it goes on. */
let isOnItsWay = false;

/** The page starts anew in the app of the role that now acts, here at `address`, and in every other tab of theirs. */
export function startAnewEverywhere(accountId: string, address = '/'): void {
  isOnItsWay = true;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(accountId);
  channel.close();
  location.replace(address);
}

/** Another tab of this person changed the role: what this one shows is no longer theirs to use. */
export function startAnewWithOtherTabs(accountId: () => string | undefined): void {
  new BroadcastChannel(CHANNEL).onmessage = ({ data }) => {
    if (data === accountId() && !isOnItsWay) location.replace('/');
  };
}
