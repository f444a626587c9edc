/**
 * The records of the API in the words of the screen, from the types that the OpenAPI document yields.
 * `Day` is a calendar date in the organization's zone, `Instant` an ISO time with Z, `Clock` is HH:MM.
 */
import type {
  Caseload,
  CaseloadItem as OwnItem,
  ContactVersion as Version,
  ContactView,
  ContactWords,
  EnrolledParticipant,
  Me as SignedIn,
  NewLink,
  OrganizationAtTheDoor,
  ParticipantPage,
  PlannedContactView,
  PlanPart as PartOfPlan,
  PlanVersion as VersionOfPlan,
  ProgramView,
  RiskNoteEntry,
  RiskNoteView,
  RiskNoteWords,
  StaffName,
  TimelineGoal as GoalOnTimeline,
} from './generated/models';

export type {
  NextMilestone,
  OwnBirthday,
  ReachedMilestone,
  RecoveryDays,
  RecoveryDaysOfParticipant,
  RecoveryPeriod,
  AccountChange,
  AccountHistory,
  AnsweringSettings,
  AssessmentSettings,
  Assessments as AssessmentsPage,
  AssessmentView as Assessment,
  ChangeView as ItemChange,
  HelpFirst as HelpNowView,
  InstrumentView as Instrument,
  OwnAssessment,
  OwnAssessmentSent,
  OwnQuestions,
  SendAnswers,
  SendAnswersTogether,
  Holiday,
  OpeningHoursOfDay,
  Readers,
  RiskNotesWaiting,
  SuggestedLevel,
  WaitingNote,
  WaitingNotes,
  CheckInAnswer,
  CheckInDay,
  CheckInPage,
  CheckInsOfParticipant,
  CheckInTakenBack,
  CheckInView as CheckIn,
  CheckInWeeks,
  OwnNewCheckIn as CheckInForm,
  AddendumView as Addendum,
  AddDevice,
  AddedPerson,
  AboutCoach,
  Assignment,
  AssignedCoach,
  CoachChoice,
  CarriedLoad,
  CoachLimits,
  CoachChoices,
  CoachLoad,
  CoachSuggestion,
  CoachSuggestions,
  CoachWish,
  LoadSettingsView as LoadSettings,
  ParticipantToAssign,
  ToAssignList,
  DeliveryView,
  AddGoal,
  AskForCall,
  CallAskedView,
  CallsOfParticipant,
  CallsWithoutCoach,
  GoalInMovement,
  GoalStory,
  GoalsOfParticipant,
  GoalVersion,
  GoalWords,
  OwnGoal,
  OwnGoals,
  SaidBy,
  SayProgress,
  StepWords,
  Home as HomePage,
  GettingIn,
  HomeCelebration,
  NewCoach,
  NoteCoachWish,
  OwnCoachWish,
  WishInWords,
  HomeStep,
  OwnCall,
  WhoSees,
  DayOfLooks,
  InvitationView,
  Look,
  Looks as LooksPage,
  Note,
  NoteList,
  OwnWords,
  RecordCopies,
  RecordCopy,
  MadeInvitation,
  KeptProgram,
  OrganizationDetails,
  OrganizationSettings,
  SettingChange,
  OpenInvitation,
  PasskeyMade,
  PasskeyShown,
  PasskeyToMake,
  PasskeyToShow,
  WayIn,
  LogContact,
  OwnDevice,
  OwnMail,
  OwnWays,
  GettingReady as WhatIsReady,
  Person,
  PersonList,
  SamplePerson,
  StandingView,
  Step,
  Timeline as TimelinePage,
  TimelineItem,
  EnrollmentView as Enrollment,
  PauseView as Pause,
  Supporter,
  SupporterVersion,
  SupporterWords,
  Undelivered,
  UndeliveredList,
  WayToReach,
  WayToReachVersion,
  WayToReachWords,
  WindowCheckView as WindowCheck,
  WindowView,
  DraftView as Draft,
  LoggedElsewhere,
  NameInProgram,
  NamesInProgram,
  PlannedContactHistory,
  PlannedContactLine,
  PromisesOfParticipant,
  PromiseView,
  SavedDraft,
} from './generated/models';

export type {
  PersonToCall,
  PlanChange,
  PlanInBrief,
  PlanPart,
  PlanPeople,
  PlanPerson,
  PlanVersion,
  PlanVersions,
  RecoveryPlan,
  RecoveryPlanThen,
  SupporterChoice,
} from './generated/models';

export type {
  AgendaItem,
  ComingUp,
  DoneToday,
  NumberNow,
  PutAway as PutAwayForm,
  PutAwayCard,
  PutAwayView as PutAway,
  Today as TodayPage,
  TodayCard,
  TodayReason,
} from './generated/models';

export type {
  CloseStay,
  ClosingView as Closing,
  EndedStay,
  EnrollAgain,
  PromiseDecision,
  StayBegun,
  StayClosed,
  StayOfParticipant,
  StayView as Stay,
  Stays as StaysPage,
  ToClose,
} from './generated/models';

export type * from './team-contract';

export type Day = string;
export type Instant = string;
export type Clock = string;

export type Me = SignedIn;
export type Role = Me['role'];
export type Language = Me['language'];
export type Named = StaffName;
export type SignInPage = OrganizationAtTheDoor;

/** On a supervisor's lists with the coach's name. */
export type CaseloadItem = OwnItem & { coachName?: string | null };
export type CaseloadPage = Caseload;
export type Standing = OwnItem['standing']['is'];
export type PlannedContact = PlannedContactView;
export type ParticipantView = ParticipantPage;

export type Contact = ContactView;
export type AmendContact = ContactWords;
export type ContactVersion = Version;
export type Outcome = ContactView['outcome'];
export type Way = NonNullable<ContactView['way']>;
export type Place = NonNullable<ContactView['place']>;
export type Dimension = ContactView['dimensions'][number];
export type TimelineGoal = GoalOnTimeline;

export type RiskNote = RiskNoteView & Partial<Pick<RiskNoteEntry, 'told'>>;
export type WhoWasTold = RiskNoteEntry['told'][number];
export type MessageDelivery = WhoWasTold['deliveries'][number];
export type RiskNoteForm = RiskNoteWords;
export type Level = RiskNoteView['level'];
export type Signal = RiskNoteView['signals'][number];

export type ProgramChoice = ProgramView;
export type Link = NewLink;
export type Enrolled = EnrolledParticipant;

export type LinePart = PartOfPlan['part'];
export type PlanPartName = VersionOfPlan['part'];
