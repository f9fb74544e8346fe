namespace OneVisit.Conversation.Words;

/// <summary>Every sentence the conversation can say. The words are in <c>zh-CN.json</c> and <c>en.json</c> beside this file, under these names.</summary>
internal enum Phrase
{
    Aside, Labelled,

    Hello, HelloAgain, HelloHome, HelloBack, BackApplying, BackAsking, BackCases, BackNaming, BackChanging, BackMandating, BackComplaint, BackMissed, LanguageNow, ChoiceOtherLanguage, ChoiceLowIncome, ChoiceMyCases, ChoiceNewApplication, ChoiceRestart,
    ChoiceNotNow, ChoicePerson,

    Condolence, HeardThat, IsThatRight, ChoiceRight, ChoiceNotRight, StoryAgain, StoryUnclear, StoryShortened, NumberHidden,

    InterviewStart, InterviewStartOne, QuestionsLeft, LastQuestion, YouSaidBefore, ChoiceKeep, Kept, Noted, NotedUnsure, RangeTaken,
    YearlyAsMonthly, MonthlyAsYearly, CountedPeople, YouMentionedWage, ChoiceOnlyThat, ChoiceYes, ChoiceNo, ChoiceHave, ChoiceHaveNot,
    ChoiceUnsure, ChoiceWhy, ChoiceBack, ChoiceRural, ChoiceUrban, ChoicePeople, ChoiceHomes, ChoiceThreeOrMore, WhyLaw, WhyNotNow,
    NothingToGoBack, WhatToChange, OldButton,

    VerdictLikely, VerdictUnlikely, VerdictUnknown, VerdictMayApply, VerdictAmount, VerdictNow, VerdictStillMissing, VerdictQuestion,
    VerdictCardTitle, VerdictCardLaw, VerdictPreliminary, ChoiceApply, ChoiceApplyAnyway, ChoiceChange, YourTownship,

    SumHeads, SumAfterSpending, SumAssets, SumCapital, Below, NotBelow, Within, Over, MarkDemo, MarkAnalog,

    MaterialsTitle, MaterialsPromise, MaterialsNone, MaterialHeld, MaterialPrefilled, MaterialNever, MaterialsNow, MaterialsHeldTitle,

    PrivacyTitle, PrivacyWhat, PrivacyPurpose, PrivacyWho, PrivacyRights, PrivacyHuman, PrivacyQuestion, PrivacyFull, ChoiceAgree,
    ChoiceDisagree, PrivacyRefused,

    AskName, NameUnclear, AskIdNumber, IdWrongLength, IdWrongCharacter, IdImpossibleDate, IdFutureBirth, IdWrongCheckDigit, IdUnclear,
    IdWhy, AskPhone, PhoneUnclear, AskVillage, AskVillageMentioned, VillageSeveral, VillageMany, VillageUnclear, VillageInTownship, GridInVillage, AskMandate,
    ChoiceMandateYes, ChoiceMandateNo, MandateUnclear,

    SummaryTitle, SummaryApplicant, SummaryIdNumber, SummaryPhone, SummaryVillage, SummaryMandate, SummaryMandateYes, SummaryMandateNo,
    SummaryFiles, SummaryFilesCount, SummaryService, SummaryQuestion, ChoiceSubmit, ChoiceRetry, NotSubmitted,

    ReceiptTitle, ReceiptWords, ReceiptAgain, ReceiptProvisional, ReceiptNext, ReceiptNothingToDo, ReceiptCaseId, ReceiptAccepted,
    ReceiptDue, ReceiptDays,

    FilesWhich, FilesTaken, FilesRefused, FilesUnsupported, FilesTooLarge, FilesOther, FilesTooMany, ChoiceDropFiles,
    FilesDropped, FilesNothingNeeded, FilesChecking, NoticeFileKept, NoticeFileInfected, NoticeFileNotTaken, NoticeFileLookedAt, FileUnnamed,

    CasesNone, CasesHere, CaseLine, CaseOpen, CaseOpenLate, CaseApproved, CaseRefused, CaseClosed, CaseWaiting, CaseStatusTitle,
    CaseSubmitted, CaseNow, CaseAmount, CasePaidFrom, CaseReason, CaseMandate, CaseMandateActive, CaseMandateEnded, CaseTimeline,
    CaseMaterials, CaseNothingLeft, CaseNotFound, Remedy,

    RevokeAsk, ChoiceRevokeYes, RevokeDone, RevokeDraft, RevokeNone,

    RateAsk, RateWhy, ChoiceRateNoComment, RateThanks, RateThanksBad, RateNothing,

    EmergencyAfter, PhoneLine, OtherOffice, OtherMatter, TownshipHandles, BureauHandles,

    PersonCalled, PersonAsked, Zhai, HelpWords, RestartAsk, RestartDone, RestartKept, NotUnderstood, HomeWords,
    HomeNewQuestion, TryLater, ProblemWords, ProblemUnknown, ProblemNotYours, ProblemSubmission, ProblemFieldName, ProblemFieldId,
    ProblemFieldPhone, ProblemFieldVillage,

    NoticeAccepted, NoticeProgress, NoticeProgressSurvey, NoticeProgressDone, NoticePublic, NoticePublicBoard, NoticeBrought, CaseBoard, NoticeApproved, NoticeRefused, NoticeReturned,
    NoticeLate, NoticeClosed, NoticeOther, NoticeApprovedOnce, NoticeApprovedPlain, NoticeStopped, NoticePapers, NoticePapersBeyond, NoticePapersDue,
    NoticeRatingFixed, NoticeRatingRemedied, NoticeRatingNotYet,

    StaffHello, StaffHelp, MatrixTitle, MatrixSuspended, MatrixEmpty, MatrixOver, MatrixLine, MatrixUpTo, MatrixAnyAmount, MatrixOpen, MatrixSubmit, MatrixWhich, MatrixChanged, MatrixNotCity, InputMatrixItem, InputMatrixHolder, InputMatrixUpTo, InputMatrixFrom, InputMatrixTo, InputMatrixLine, InputMatrixLastDay, InputMatrixReason, ChoiceMyTasks, StaffNoTasks, StaffTasks, StaffTasksMore, StaffTasksMany, StaffTasksManyMore, StaffNewTask, StaffReminder, StaffEscalated,
    StaffCaseFiled, StaffDone, StaffAlreadyDone, StaffAlreadyDonePlain, StaffNotYours, StaffOutOfOrder, StaffReturnedOnce, StaffProblem,
    StaffTryLater, StaffReasonNeeded, StaffAmountNeeded, StaffInvestigatorsNeeded, StaffVerificationNeeded, StaffItemsNeeded,
    StaffNumberUnclear, StaffOldCard, StaffFilesWhichCase, StaffFilesWhich, StaffFilesNoCase, StaffNotUnderstood,

    CardTop, CardDue, CardHousehold, CardCase, CardPhone, CardOpened, CardEstimate, CardProposed,
    CardNoticeUntil, CardStory, CardOpinion, CardReturnedFor, CardUnusual, CardLawAndSum, CardChecked, CardDocuments, CardDocumentsNone,
    CardDocumentsCount, CardHeld, CardPrefilled, CardOpenDocument, CardFormPrint, CardFormSign, CardFormsDraft, CardSendPhotos, CardClosedBy, CardClosedNext, CardClosedNoNext, CardNoActions, CardRequired, CardFallback,
    InputMaterials, InputBrought, InputComingCause, InputInvestigator1, InputInvestigator2, InputInvestigatorError, InputIncomeFound, InputMembersFound, InputNumberError,
    InputFindings, InputFindingsHint, InputVerification, InputVerificationError, InputAmount, InputAmountError, InputReason,
    InputReasonError, InputItems, InputItemsError, InputRegisterNumber, InputRegisterError, InputPosted,
    InputAttended, InputAmountOnce, InputRequested, InputRequestedError, InputBeyondList, InputLegalReason, StaffNoted, CaseOnce,
    CardFollows, CardCommitted, CardRequested,

    InputCountersign, InputReturnPapers, CardIssued, ReceiptPaper, ChoiceSeeLetter, CaseDeliverBy,

    CardAbout, CardCriteriaKnown, CriterionCosts, CriterionVeto, InputWords, InputWordsError, InputComplexity, InputSatisfied, InputFinding,
    InputAnswerError, InputChoiceError, InputGuidance, InputGuidanceHint, InputGuidanceDays, StaffWordsNeeded,

    TownshipOffice, WhyCondition, ChoiceThoseTold, YouMentionedPeople, VerdictUnlikelySeveral, SumShare, NumbersSince, AskAnotherPerson, OfPerson,
    YourPerson, YearsOld, NoneOfThese, NoCertificate, GradeOf, FatherIs, MotherIs, Father, Mother, BornAbout, BornOn, BirthDayNeeded, BirthYearNeeded,
    BirthWhich, GradeNeeded, KindNeeded, ParentVague, ParentsHint, TickHint, TickLabel, ChoiceTicked, PerHeadTaken, ReviewTitle, ReviewQuestion,
    ChoiceShowVerdict, ChoiceFind, ChoiceSeeAll, ChoiceOtherEvents, FinderEvents, FinderServices, FinderUnclear, DidYouMean, WhyServices,
    VerdictLikelySeveral, VerdictAmountShort, VerdictNoAmount, VerdictExclusive, VerdictNotYet, VerdictUnlikelyOthers, VerdictAskOffice,
    VerdictNumbersOf, AboutWho, AboutPrep, AboutFull, ChoiceApplyAll, ChoicePick, ChooseServices, ChooseUnclear, ChooseOne, ApplyingFor, MaterialFor,
    ReceiptsWords, ReceiptsAgain,
    AskPapers, AskPapersQuestion, ChoiceBringAll, PaperLater, PaperCommitted, PaperLaterTerms, PaperLaterAfterResult, PaperCommittedTerms, PapersUnclear, PapersTwice, PapersWhy, PapersAll, SummaryPapers, SummaryPaperLater, ReceiptPapersLater, ProblemFieldPapers,
    NoticeReceived, NoticeMissing, NoticePapersReminder, NoticePapersUntil, NoticeNotAccepted, NoticePaused, NoticeResumed, NoticeResumedPapers,
    NoticeResumedWithout, NoticeResumedDue, NoticeExtended, NoticeDueChanged, NoticePapersDay, ReceiptAwaits, ReceiptAcceptBy, CaseAwaits, CasePaused, CaseWaitsForYou, CaseReceivedOn,
    CaseDeemed, CaseExtended, StaffResumed, StaffResumedPapers, StaffResumedTime, StaffDeemed, StaffRedCard, StaffEscalatedPast, CardPaused, CardPauseOf, CardClock, CardCaseDue,
    InputCause, InputUntil, InputUntilError, InputResume, InputTellOnce, InputMissing, InputMissingReason,
    RateTags, ChoiceRateNoTags, ComplaintWords, ComplaintTooShort, ComplaintCase, ChoiceComplaintNoCase, ComplaintContact, ChoiceAnonymous, ChoiceLeavePhone, ChoiceComplaintCancel, ComplaintCancelled, ComplaintTaken, ComplaintHow, ComplaintOpen, ComplaintLate, ComplaintAnswered, ComplaintNotFound,
    ObjectionNumber, ObjectionNumberUnclear, ObjectionWords, ObjectionTaken, ObjectionOpen, ObjectionLate, ObjectionAnswered, ObjectionNotFound, ObjectionCancelled, ChoiceObjectionCancel, NoticeObjected, NoticeObjectionAgain, NoticeTakenDownWrong, NoticeTakenDownEndangered, MyDataTitle, MyDataWhat, MyDataOpen, MyDataErase, EraseAsk, ChoiceErase, ErasedDraft, ErasedKept, ErasedCases, ErasedBeside, KeptBeside, NoticeObjectionUnfounded, NoticeObjectionAnswered,

    NoticeBenefitReview, NoticeBenefitReported, NoticeBenefitKept, NoticeBenefitChanged, NoticeBenefitTapered, NoticeBenefitStopped, CaseBenefit, CaseBenefitReview, CaseBenefitEnd, ChoiceReportChange, ChangeCause, ChoiceChangeEmployment, ChoiceChangeDeath, ChoiceChangeOther, ChoiceChangeCancel, ChangeWords, ChangeWordsDeath, ChangeTooShort, ChangeTaken, ChangeCancelled, ChangeNoBenefit, InputBenefitAmount, InputBenefitMonths, InputBenefitDay, InputBenefitDayError,
    CardFolder, CardPrintNotice, CardPackage, InputRegisterHint,

    AskRelatives, RelativesWho, RelativesWhy, RelativesNoted, SummaryRelatives, FoundWhy, FoundObjected, FoundSurveyObjected, FoundAgreed,
    ChoiceAgreeFound, ChoiceObject, DifferenceLine, FoundIncome, FoundMembers, NoticeDifferences, NoticeDifferencesAgain, NoticeSurveyDiffers,
    NoticeCityVisit, NoticeAppraisal, NoticePlaceOpen, CaseDifferences, CaseObjectBy, CaseRelative, StaffSurveyDisputed, StaffSurveyStartDue,
    StaffSurveySigned, StaffDifferencesNeeded, StaffRelativeNeeded, CardSurveyPhoto, CardCosign, CardDifferencesHint, CardAnotherDifference,
    CardMeeting, CardMinutesNeeded, CardMinutesThere, CardRelative, CardRelativeHint, CardMember, CardMemberHint, InputMemberName, InputMemberNumber, InputMemberAuthorised, MemberAuthorised, StaffMemberNeeded,
    InputRelativeIs, RelativeSelf, RelativeOther,
    InputRelativeName, InputRelation, InputSecond, InputSecondError, InputVisitedOn, InputHandedOn, CardHandedOver, InputStartOn, InputDayError, InputRepresentatives,
    InputRepresentativesError, InputRepresentativesHint, InputMeetingOn, InputPlace, InputPresent, InputRecused, InputOrder, InputVotesFor,
    InputVotesAgainst, InputVotesAbstained, InputDifferenceField, InputTold, InputFound, InputRegister, InputAsOf,

    MandateHolderVillage, StaffHandedOn, CaseMandateActs, AskMandateWho, AskMandateAgent, ChoiceAnyAgent, AskMandateActs, ChoiceErrandsOnly, ChoiceEverything, AskMandateNotices, AskMandateUntil,
    AskMandateSign, AskClientSign, AskMandateName, AskMandateCode, MandateDemoCode, MandateCodeUnclear, MandateSigned, MandateNobodyThere,
    MandateHolderNamed, MandateWaits, MandateSignTitle, ChoiceSendAgain, ChoiceSignByCode, ChoiceSignOnScreen, ChoiceClientCode,
    ChoiceClientDraws, ChoiceMoreActs, ChoiceFewerActs, ChoiceOtherAgent, ChoiceGiveMandate, ChoiceNoticesTo, ChoiceOtherTerm, ReplaceNone,
    ReplaceWhich, ReplaceDone, ProblemFieldMandate, SummaryMandateSigned, SummaryMandateUnsigned, CaseMandateUnsigned, NoticeAgentChanged,
    NoticeAgentOffice, ClaimNotFound, ChoiceMyClients, ChoiceApplyFor, ChoiceDropClient, ClientsNone, ClientsHere, ClientLine,
    ClientsNotAgent, ClientHello, ClientSignsNow, ClientKeeps, ClientDone, ClientDropped, StaffClientNotice, StaffClientPapers,
    StaffMandateEnded, CardGone, InputOutsideArea, InputVillage, InputCannotCause, InputCannotCauseError,

    StaffTrainingEnds, StaffTrainingEndsOf, StaffDeskAway, AbsenceTitle, AbsenceNow, AbsenceOpen, AbsenceNobody, AbsenceHint, AbsenceNoted, AbsenceOver, HandOverTitle, HandOverHint, HandOverNotYours, HandOverDone, HandOverRunning, HandOverLeft, HandOverNothing,
    ProveWhy, ProveCode, ProveDone, ProveMoved, ProveOther, ProveLost, ChoicePhoneLost, ChoiceProveAgain, ChoiceAppliedBefore, IdNumberAlone, NoticeMovedToActing, NoticeMoved,
    NoticePhoneReplaced, NoticePhoneOfPerson, NoticePhoneOfRepresentative, PhoneTitle, PhoneHint, PhoneSubmit, PhoneOffer, PhoneReplaced, InputNewPhone, InputCardSeen, InputCardSeenError, CardSeen, ChoiceNewPhone,
    LeaveHint, ChoiceLeave, LeaveAsk, ChoiceLeaveYes, LeaveDone,
    InputPerson, InputStandIn, InputAbsenceFrom, InputAbsenceTo, InputAbsenceReason, InputAbsenceLast, InputColleague, InputHandOverReason,

    CardReveal, CardRevealHint, InputRevealWhat, InputRevealReason, InputRevealWords, StaffRevealed, CaseLooks, LooksNobody, LookLine, LooksWhere,

    AskForWhom, ChoiceForMyself, ChoiceForPerson, ChoiceForAnother, ForWhomUnclear, ForWhomWhy, AskOfChild, ChoiceChildParent, ChoiceChildGrandparent,
    ChoiceChildGuardian, ChoiceChildMyself, OfChildUnclear, AskActedFor, ActedForUnclear, AskActingBasisGrown, AskActingBasis, ChoiceEntrusted,
    ChoiceGuardian, ChoiceMinorParent, ChoiceMinorGuardian, ChoiceGrownEntrusted, ChoiceGrownGuardian, ActingBasisUnclear, ActingBasisWhy, ActingStory,
    ActedPerson, ActingInPerson, ChoiceChangeOf, IdOfGrown,
    ActingHousehold, AskHouseholdOf, HouseholdOfPerson, HouseholdOwn, ChoiceThatHousehold, ChoiceOtherHousehold, HouseholdOfWhy, HouseholdAnew,
    AskNameOf, AskOwnName, AskOwnIdNumber, IdOfWhy, OwnIdWhy, OwnIdSame, IdOfSame, OwnIdUnderAge, IdOfAge, IdUnderAge, AskPhoneOf, ChoiceNoPhone,
    PhoneOfWhy, PhoneOfSame, AskVillageOf, AskRelativesOf, PrivacyActing, SummaryNoPhone, SummaryActor, SummaryActorId, SummaryActorPhone,
    CaseActedFor, CaseActor, CaseActedUntil, CaseForPerson, CardActorPhone, ChoiceEndActing, EndActingAsk, ChoiceEndActingYes, EndActingDone,
    EndActingNone, EndActingByOffice, EndActingWhich, ActingOver, NoticeActingEnded, ProblemFieldOwnName, ProblemFieldOwnId, ProblemFieldOwnPhone,
    ProblemFieldActing,
    ChoiceNoteActingEnd, ActingEndTitle, ActingEndHint, ActingEndSubmit, ActingEndNoted, InputPhoneOf, PhoneOfPerson, PhoneOfRepresentative, ReceiptLetter, HouseholdYours, RelationSelfOf,

    AskActingUntil, ChoiceUntilDone, ActingUntilWhy, ActingUntilUnclear, ActingUntilPast, ActingUntilFar, ActingUntilNoted, SummaryActorUntil, ProblemFieldActingUntil, CardCompareLetter,
    ChoiceStopActing, StopActingAsk, StopActingAskAll, ChoiceStopActingYes, StopActingDone, StopActingNone, StopActingByLaw, StopActingWhich,
    NoticeActingOver, NoticeActingSoon, NoticeActingSoonElsewhere, NoticeActingSoonOfPerson, NoticeOfAgeSoon, NoticeOfAgeSoonOfPerson, NoticeActingProlonged, NoticeActingProlongedOfPerson, CaseLetterMissing, NoticeAcceptedLetter,
    ChoiceLaterLetter, LaterLetterTitle, LaterLetterHint, InputLetterUntil, InputLetterSeen, InputLetterSeenError, LetterSeen, LaterLetterNoted, ClientContact,

    ChoiceNameActing, NameActingNone, NameActingWhich, NameActingWhy, NameActingWhyAll, NameActingByYou, NameActingTaken, NameActingMandate, NameActingInPerson,
    AskNamedRelation, AskNamedName, AskNamedPhone, AskNamedUntil, NamedUnderAge, NameActingAsk, ChoiceNameActingYes, ChoiceNameActingAnew, NameActingDone, NameActingLetter, NameActingLetterTitle, NameActingTakeBack,
    CaseOwnLetterMissing, NoticeActingBegun, NoticeActingBegunUntil,
    ChoiceNoteActingBegin, ActingBeginTitle, ActingBeginHint, ActingBeginNoted, InputActingBasis, InputActingRelation, InputActingName, InputActingNameError, InputActingNumber, InputActingNumberError, InputActingPhone, InputActingPhoneError, InputActingUntil,
    InputEvidenceSeen, InputEvidenceSeenError, EvidenceSeen,
}
