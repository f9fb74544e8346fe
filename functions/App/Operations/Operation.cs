using OneVisit.Contracts;
using OneVisit.Domain.Authority;

namespace OneVisit.Functions.Operations;

/// <summary>One thing the API can do, as its description tells it.</summary>
/// <param name="Function">Name of the function behind it.</param>
/// <param name="Body">Type of the JSON body; <c>byte[]</c> for a file; <c>null</c> for none.</param>
/// <param name="Answer">Type of the JSON answer; <c>byte[]</c> for a file; <c>null</c> for none.</param>
/// <param name="Problems">Statuses of the problem details it may answer with.</param>
internal sealed record Operation(string Function, string Method, string Route, string Summary, Type? Body, Type? Answer, int Status, int[] Problems)
{
    /// <summary>Names in the query; those that may be left out end in <c>?</c>.</summary>
    public IReadOnlyList<string> Query { get; init; } = [];

    /// <summary>Names of headers of its own; those that may be left out end in <c>?</c>.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>Only who carries a token is let in.</summary>
    public bool SignedIn => ActTable.InForce.Operation(Function) is not { IsForAnybody: true };

    private static readonly string[] OfPapers = [Contracts.Headers.Material, Contracts.Headers.FileName + "?"];

    public static IReadOnlyList<Operation> All { get; } =
    [
        new("ListServices", "get", Routes.Services, "The catalogue of services", null, typeof(ServiceView[]), 200, []),
        new("FindServices", "get", Routes.FindServices, "What somebody wants, from free text", null, typeof(FoundMeanings), 200, [422]) { Query = ["text", "lang?"] },
        new("ShowService", "get", Routes.Service, "One service with its materials and stages", null, typeof(ServiceView), 200, [404]),
        new("AskEligibility", "post", Routes.Eligibility, "Preliminary verdicts for a household", typeof(EligibilityRequest), typeof(EligibilityResponse), 200, [400, 413, 422]),
        new("AskMaterials", "post", Routes.Materials, "The combined one-time list of papers", typeof(MaterialListRequest), typeof(MaterialListView), 200, [400, 413, 422]),
        new("AddWorkingDays", "get", Routes.CalendarPlus, "The day on which so many working days end", null, typeof(DueDateAnswer), 200, [422]),
        new("TakeApplication", "post", Routes.Cases, "Apply; the same submission id twice gives the same case", typeof(SubmitCase), typeof(CaseReceipt), 201, [400, 403, 409, 413, 422, 503]),
        new("TakeApplications", "post", Routes.Applications, "Apply for several services at once; the same submission id twice gives the same cases", typeof(SubmitApplication), typeof(ApplicationReceipt), 201, [400, 403, 409, 413, 422, 503]),
        new("ShowApplication", "get", Routes.Application, "An application with its cases", null, typeof(ApplicationView), 200, [403, 404, 503]),
        new("ListMyCases", "get", Routes.MyCases, "The caller's own cases", null, typeof(CaseSummary[]), 200, [403, 503]),
        new("ShowCase", "get", Routes.Case, "One case", null, typeof(CaseView), 200, [403, 404, 503]),
        new("GrantMandate", "put", Routes.Mandate, "Authorise an agent; without a body the village's own. Another than is in force takes its place", typeof(MandateOffer), typeof(CaseView), 200, [400, 403, 404, 409, 413, 422, 503]),
        new("ShowMandates", "get", Routes.Mandate, "Every mandate of a case, the latest first", null, typeof(MandateView[]), 200, [403, 404, 503]),
        new("RevokeMandate", "delete", Routes.Mandate, "Take the mandate back", null, typeof(CaseView), 200, [403, 404, 409, 503]),
        new("RevokeRepresentation", "delete", Routes.Representation, "Take back what was entrusted to who acts for one", null, typeof(CaseView), 200, [403, 404, 409, 503]),
        new("EndRepresentation", "put", Routes.RepresentationEnd, "Note that nobody acts for the applicant any more, by an officer", typeof(EndRepresentation), typeof(CaseView), 200, [400, 403, 404, 409, 413, 422, 503]),
        new("SendMandateCode", "post", Routes.MandateCodes, "Send the code with which a mandate is signed", typeof(MandateCodeRequest), typeof(MandateCodeSent), 202, [400, 403, 404, 413, 422, 429, 503]),
        new("CheckMandateCode", "post", Routes.MandateCodeCheck, "Sign with the code that was sent", typeof(MandateCodeRequest), typeof(MandateCodeConfirmed), 200, [400, 403, 404, 413, 422, 503]),
        new("ListAgents", "get", Routes.Agents, "The agents at village, township and city", null, typeof(AgentOfficeView[]), 200, [403, 404, 503]) { Query = ["village?", "case?"] },
        new("ListClients", "get", Routes.Clients, "The households that the calling agent acts for", null, typeof(ClientView[]), 200, [403, 503]),
        new("TakeOverCase", "post", Routes.ClaimCase, "Take a case that an agent applied for into one's own conversation", typeof(ClaimCase), typeof(CaseView), 200, [400, 403, 404, 413, 429, 503]),
        new("SendProofCode", "post", Routes.ProofCodes, "Send a code to the telephone on record of who says to be somebody; whether there is anybody is not told", typeof(ProofRequest), typeof(ProofCodeSent), 202, [400, 403, 413, 422, 429, 503]),
        new("TakeProof", "post", Routes.Proof, "Prove with that code who one is: their cases come into this conversation, and the answer's header X-Proof opens them", typeof(ProofRequest), typeof(ProofTaken), 200, [400, 403, 413, 422, 503]),
        new("ReplacePhone", "put", Routes.CasePhone, "Enter another telephone on record, by an agent or officer who has seen the ID card in person", typeof(ReplacePhone), typeof(PhoneNowOnRecord), 200, [400, 403, 404, 409, 410, 413, 422, 503]),
        new("AnswerDataCheck", "put", Routes.Differences, "Agree with what the data check found, or object", typeof(AnswerDifferences), typeof(CaseView), 200, [400, 403, 404, 409, 422, 503]),
        new("ObjectToFindings", "put", Routes.SurveyObjection, "Object to what the survey found", typeof(ObjectToSurvey), typeof(CaseView), 200, [400, 403, 404, 409, 422, 503]),
        new("RateService", "put", Routes.Rating, "Rate the service", typeof(RateCase), typeof(CaseView), 200, [400, 403, 404, 409, 422, 503]),
        new("AddDocument", "post", Routes.CaseDocuments, "Add a paper to a case; 202: it waits for the virus scanner", typeof(byte[]), typeof(DocumentView), 201, [403, 404, 409, 413, 415, 422, 429, 503]) { Headers = OfPapers },
        new("FetchDocument", "get", Routes.CaseDocument, "One paper of a case", null, typeof(byte[]), 200, [403, 404, 503]),
        new("AddDraftDocument", "post", Routes.DraftDocuments, "Add a paper before applying; 202: it waits for the virus scanner", typeof(byte[]), typeof(DocumentView), 201, [403, 409, 413, 415, 422, 429, 503]) { Headers = OfPapers },
        new("FetchPaper", "get", Routes.CasePaper, "The latest paper of a kind that the office issued in a case", null, typeof(byte[]), 200, [403, 404, 503]),
        new("WithdrawIssuedPaper", "post", Routes.PaperWithdrawal, "Take a paper of the office back", typeof(WithdrawPaper), typeof(IssuedPaperView[]), 200, [400, 403, 404, 409, 422, 503]),
        new("VerifyPaper", "get", Routes.Verify, "Confirm a paper of the office by its code", null, typeof(PaperProof), 200, [404, 503]),
        new("PrintForm", "get", Routes.CaseForm, "A form of a case, filled in, as PDF", null, typeof(byte[]), 200, [403, 404, 503]),
        new("ReadForm", "get", Routes.CaseFormText, "A form of the caller's own case as text, to be signed", null, typeof(FormView), 200, [403, 404, 503]),
        new("TakeSignature", "post", Routes.CaseFormSignature, "Sign a form on a screen; the same content twice is one paper", typeof(SignForm), typeof(DocumentView), 201, [400, 403, 404, 409, 413, 422, 503]),
        new("PrintDraftForm", "post", Routes.DraftForm, "A form before there is a case, as PDF; nothing is kept", typeof(SubmitApplication), typeof(byte[]), 200, [400, 403, 404, 413, 422]),
        new("ListWork", "get", Routes.Work, "What is open on the caller's desks, a page; the next behind its last task: ?after=day/case/task", null, typeof(TaskView[]), 200, [403, 503]),
        new("ShowTask", "get", Routes.Task, "One task", null, typeof(TaskView), 200, [403, 404, 503]),
        new("CompleteTask", "post", Routes.TaskOutcome, "Say what was done with a task", typeof(TaskOutcome), typeof(TaskView), 200, [400, 403, 404, 409, 413, 422, 503]),
        new("ReadNotice", "get", Routes.MyNotice, "Everything a notice to the caller says, when it is told; 410: it is not theirs any more", null, typeof(NoticeTelling), 200, [403, 404, 410, 503]),
        new("ShowMe", "get", Routes.Me, "Who the caller is", null, typeof(Me), 200, [403]),
        new("ListStaff", "get", Routes.Staff, "Colleagues of the caller, and those they answer for; the city asks for a township", null, typeof(StaffList), 200, [403, 404, 503]) { Query = ["township?"] },
        new("ShowStaffAccount", "get", Routes.StaffAccount, "Whose an account of the city's sign-in is; for the front door only", null, typeof(StaffAccountView), 200, [403, 404, 503]),
        new("TakeAbsence", "post", Routes.Absences, "Note that somebody is not there; by themselves, their township's head or chief, or the city", typeof(NoteAbsence), typeof(AbsencesView), 200, [400, 403, 404, 413, 422, 503]),
        new("CloseAbsence", "post", Routes.AbsenceEnd, "Note that somebody is back", typeof(EndAbsence), typeof(AbsencesView), 200, [400, 403, 404, 409, 413, 422, 503]),
        new("StartHandOver", "post", Routes.HandOver, "Give all open work of somebody to another; asked twice on a day it is one act", typeof(HandOverWork), typeof(HandOverView), 200, [400, 403, 404, 413, 422, 503]),
        new("ListHandOvers", "get", Routes.HandOver, "The hand-overs of somebody's work, with what is left", null, typeof(HandOverView[]), 200, [403, 404, 503]),
        new("ListRatingGrades", "get", Routes.RatingGrades, "The five grades of the rating and their tags", null, typeof(RatingGradeView[]), 200, []),
        new("ExcludeFromRates", "put", Routes.RatingExclusion, "Leave a rating out of the rates", typeof(ExcludeRating), typeof(CaseView), 200, [400, 403, 404, 409, 422, 503]),
        new("ShowRevealed", "post", Routes.Revealed, "See a value in full that screens mask, after a stated reason; the household sees who looked", typeof(RevealValue), typeof(RevealedView), 200, [400, 403, 404, 410, 413, 422, 429, 503]),
        new("ShowKeys", "get", Routes.Keys, "Which sealing key counts, and how much is still under older ones", null, typeof(KeysView), 200, [403]),
        new("TakeChange", "post", Routes.Changes, "Tell that something changed in a household that draws a benefit", typeof(ReportChange), typeof(ChangeReceipt), 201, [400, 403, 404, 409, 413, 422, 503]),
        new("TakeComplaint", "post", Routes.Complaints, "Complain or appeal, without a name if one likes", typeof(FileComplaint), typeof(ComplaintReceipt), 201, [400, 409, 413, 422, 503]),
        new("ShowComplaint", "get", Routes.Complaint, "The answer to a complaint, with its code in the header X-Pickup-Code", null, typeof(ComplaintView), 200, [404, 503]),
        new("ListNoticePlaces", "get", Routes.NoticePlaces, "The townships that have a public board", null, typeof(NoticePlace[]), 200, []),
        new("ShowTownshipNotices", "get", Routes.TownshipNotices, "The villages of a township and how many notices hang in each", null, typeof(TownshipNotices), 200, [404, 503]),
        new("ShowVillageNotices", "get", Routes.VillageNotices, "What hangs in a village now: masked name, household size, amount", null, typeof(VillageNotices), 200, [404, 503]),
        new("TakeObjection", "post", Routes.Objections, "Object to a public notice, without a name if one likes", typeof(RaiseObjection), typeof(ObjectionReceipt), 201, [400, 409, 413, 422, 503]),
        new("ShowObjection", "get", Routes.Objection, "The answer to an objection, with its code in the header X-Pickup-Code", null, typeof(ObjectionView), 200, [404, 503]),
        new("PrintNotice", "get", Routes.NoticePaper, "The notice for the board in the village, as PDF", null, typeof(byte[]), 200, [404, 503]),
        new("ShowFolder", "get", Routes.Folder, "A whole case on one page", null, typeof(CaseFolder), 200, [403, 404, 503]),
        new("PrintFolder", "get", Routes.FolderPaper, "The same as PDF", null, typeof(byte[]), 200, [403, 404, 503]),
        new("ListRegister", "get", Routes.Register, "The city's register of filings, a month at a time", null, typeof(FilingRegisterView), 200, [403, 422, 503]) { Query = ["month?", "item?", "point?", "size?", "after?"] },
        new("FetchPackage", "get", Routes.Package, "The file of a case as it goes to the city, a zip", null, typeof(byte[]), 200, [404, 503]),
        new("DrawNow", "post", Routes.Draws, "Draw decided cases for review", typeof(DrawCases), typeof(DrawView), 200, [400, 403, 422, 503]),
        new("ShowDraw", "get", Routes.Draw, "A draw with all that is needed to compute it again", null, typeof(DrawView), 200, [403, 404, 503]),
        new("ListRelatives", "get", Routes.Relatives, "The city's register of relatives", null, typeof(RegisteredRelative[]), 200, [403, 503]),
        new("SuspendPoint", "put", Routes.Suspension, "Suspend a point's authority to decide", typeof(SuspendAuthority), typeof(AuthorityView), 200, [400, 403, 404, 409, 422, 503]),
        new("ShowAuthority", "get", Routes.Suspension, "Whether a point may decide", null, typeof(AuthorityView), 200, [403, 404, 503]),
        new("LiftPointSuspension", "post", Routes.LiftSuspension, "Let a point decide again", typeof(LiftSuspension), typeof(AuthorityView), 200, [400, 403, 404, 409, 422, 503]),
        new("ShowPointAuthority", "get", Routes.PointAuthority, "The authority matrix of a point", null, typeof(AuthorityMatrixView), 200, [403, 404, 503]),
        new("ListAuthority", "get", Routes.AuthorityMatrix, "The authority matrices of all points", null, typeof(AuthorityMatrixView[]), 200, [403, 503]),
        new("ChangePointAuthority", "put", Routes.PointAuthority, "Change lines of a point's authority matrix", typeof(ChangeAuthority), typeof(AuthorityMatrixView), 200, [400, 403, 404, 413, 422, 503]),
        new("RebuildProcess", "post", Routes.Rebuild, "Start a case's process again from its journal", null, null, 202, [403, 404, 503]),
        new("ListCatalogues", "get", Routes.Catalogues, "Every catalogue version, and which is in force from when", null, typeof(CatalogueBook), 200, [403, 503]),
        new("PublishCatalogue", "post", Routes.Catalogues, "Hand in a catalogue as a zip; the same content is the same version, and nothing is in force by it yet", typeof(byte[]), typeof(CatalogueVersionView), 201, [403, 409, 413, 422, 503]) { Headers = [Contracts.Headers.Note + "?"] },
        new("ListDirectories", "get", Routes.Directories, "The directory in force, every edition of it, and how far the last one is written", null, typeof(DirectoryBook), 200, [403, 503]),
        new("HandInDirectory", "post", Routes.Directories, "Hand in a directory as .xlsx, .csv or a zip of .csv; every mistake is told by row, the same content is the same edition, and nothing is in force by it yet", typeof(byte[]), typeof(DirectoryHandedIn), 201, [403, 409, 413, 422, 503]) { Headers = [Contracts.Headers.FileName + "?", Contracts.Headers.Note + "?"] },
        new("CompareDirectories", "get", Routes.DirectoryDiff, "What an edition has otherwise than the one in force, or than the one named by 'with'", null, typeof(DirectoryDiffView), 200, [403, 404, 503]) { Query = ["with?"] },
        new("ExportDirectory", "get", Routes.DirectoryExport, "An edition as a file that can be handed in again; as=csv for a zip of CSV files, else a workbook", null, typeof(byte[]), 200, [403, 404, 503]) { Query = ["as?"] },
        new("ActivateDirectory", "post", Routes.DirectoryActivations, "Put an edition in force from a day on; an earlier one to go back", typeof(PutInForce), typeof(DirectoryActivationView), 201, [400, 403, 404, 409, 413, 422, 503]),
        new("ActivateCatalogue", "post", Routes.CatalogueActivations, "Put a version in force from a day on; an earlier one to go back", typeof(PutInForce), typeof(CatalogueActivationView), 201, [400, 403, 404, 409, 413, 422, 503]),
        new("TakeEvents", "post", Routes.RegistryEvents, "The sharing platform tells of deaths, marriages, divorces, births, moves and disability changes, with its key in X-Sharing-Key", typeof(TellEvents), typeof(EventsTaken), 200, [400, 401, 404, 413, 422, 503]),
        new("ShowOnceOnly", "get", Routes.OnceOnly, "The once-only debt of a month: papers asked for although a registry held them, and look-ups nobody could answer", null, typeof(OnceOnlyView), 200, [403, 422, 503]) { Query = ["month?"] },
        new("ListOnceOnlyMonths", "get", Routes.OnceOnlyMonths, "The once-only debt month by month, as rates with all they rest on", null, typeof(OnceOnlyMonth[]), 200, [403, 422, 503]) { Query = ["from?", "to?", "month?"] },
        new("ShowOutbox", "get", Routes.Outbox, "What waits for the sharing platform, and what it refused", null, typeof(OutboxView), 200, [403, 503]),
        new("SettleRefusedFact", "post", Routes.OutboxFact, "Send a refused fact once more, or leave it out", typeof(SettleFact), null, 204, [400, 403, 404, 413, 422, 503]),
        new("ShowStatistics", "get", Routes.Statistics, "How the office does, by months; of one's own point or village only", null, typeof(StatisticsView), 200, [403, 422, 503]) { Query = ["from?", "to?", "month?", "item?", "point?"] },
        new("ListStatisticsCases", "get", Routes.StatisticsCases, "The cases behind a figure of a month, a page; without numbers for who may not know them", null, typeof(StatisticsCases), 200, [403, 422, 503]) { Query = ["month?", "item?", "point?", "kind?", "after?"] },
        new("ShowWatchList", "get", Routes.StatisticsWatch, "What is due within three working days, which points became worse, whose files were never reviewed", null, typeof(WatchList), 200, [403, 422, 503]) { Query = ["point?"] },
        new("ExportStatistics", "get", Routes.StatisticsExport, "The same figures as an Excel workbook", null, typeof(byte[]), 200, [403, 422, 503]) { Query = ["from?", "to?", "month?", "item?", "point?"] },
        new("PrintBulletin", "get", Routes.StatisticsBulletin, "The same figures as PDF, usually of one month", null, typeof(byte[]), 200, [403, 422, 503]) { Query = ["from?", "to?", "month?", "item?", "point?"] },
        new("RebuildStatistics", "post", Routes.StatisticsRebuild, "Count everything anew from the journals, a stretch; ask again until it is finished", null, typeof(RebuildProgress), 200, [403, 503]),
        new("ShowOpenStatistics", "get", Routes.OpenStatistics, "Figures for everybody, of a month that is over; format csv or json", null, typeof(OpenFigures), 200, [422, 503]) { Query = ["month?", "format?"] },
        new("ShowAudit", "get", Routes.Audit, "What the nightly audit of the journals found, and its anchors", null, typeof(AuditView), 200, [403, 503]),
        new("CheckJournals", "post", Routes.Audit, "Check the journals now, a stretch; ask again with ?after= until it returns none", null, typeof(AuditStretch), 200, [403, 503]) { Query = ["after?"] },
        new("CheckJournal", "get", Routes.AuditJournal, "Check one journal now", null, typeof(JournalCheck), 200, [403, 404, 503]),
        new("AcceptFinding", "put", Routes.AuditAccepted, "Accept that a journal is not as it was written, as it stands now", typeof(AcceptAuditFinding), typeof(AcceptedFindingView), 200, [400, 403, 404, 409, 413, 422, 503]),
        new("ShowRetention", "get", Routes.Retention, "How long everything is kept, and what was erased in a month", null, typeof(RetentionView), 200, [403, 422, 503]) { Query = ["month?"] },
        new("ListHolds", "get", Routes.Holds, "Every legal hold, lifted ones too", null, typeof(HoldView[]), 200, [403, 503]),
        new("OrderHold", "post", Routes.Holds, "Hold a case, a matter or everything about a person: nothing of it is erased", typeof(PlaceHold), typeof(HoldView), 201, [400, 403, 404, 413, 422, 503]),
        new("EndHold", "post", Routes.LiftHold, "Lift a hold", typeof(LiftHold), typeof(HoldView), 200, [400, 403, 404, 413, 422, 503]),
        new("EraseAgain", "post", Routes.EraseAgain, "Erase again what tables filled from a copy brought back", null, typeof(ErasedAgainView), 200, [403, 503]),
        new("NoteArchived", "post", Routes.Archive, "Note that a file went to the archive", typeof(NoteArchive), null, 204, [400, 403, 404, 409, 413, 422, 503]),
        new("EraseMine", "post", Routes.MyErasure, "Erase what a resident never sent and their own cases whose time is over, and say of each other case why and until when it is kept", typeof(AskErasure), typeof(ErasureAnswer), 200, [400, 403, 413, 422, 503]),
        new("ExportMine", "get", Routes.MyExport, "Everything that is kept of a resident's own cases, as a zip", null, typeof(byte[]), 200, [403, 503]),
        new("ExportOnRequest", "post", Routes.Exports, "Everything that is kept about a person, on their written request, as a zip; their cases say so", typeof(ExportPerson), typeof(byte[]), 200, [400, 403, 413, 422, 503]),
        new("ShowNoticeCase", "get", Routes.NoticeCase, "Which case a public notice is of, by its number; for the city alone", null, typeof(NoticeCase), 200, [403, 404, 503]),
        new("TakeNoticeDown", "post", Routes.NoticeTakeDown, "Take a public notice down at once, because it is wrong or somebody is in danger", typeof(TakeNoticeDown), null, 204, [400, 403, 404, 409, 413, 422, 503]),
        new("ReportHealth", "get", Routes.Health, "Whether everything needed is reachable", null, typeof(HealthReport), 200, []),
        new("DescribeApi", "get", Routes.OpenApi, "This description", null, typeof(object), 200, []),
    ];
}
