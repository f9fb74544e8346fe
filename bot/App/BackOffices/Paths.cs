using OneVisit.Contracts;

namespace OneVisit.Bot.BackOffices;

/// <summary>The templates of <see cref="Routes"/> filled in; what is filled in is escaped.</summary>
internal static class Paths
{
    public static string Case(string caseId) => OfCase(Routes.Case, caseId);

    public static string Revealed(string caseId) => OfCase(Routes.Revealed, caseId);

    public static string CaseDocuments(string caseId) => OfCase(Routes.CaseDocuments, caseId);

    public static string CaseDocument(string caseId, string documentId) => Fill(OfCase(Routes.CaseDocument, caseId), "documentId", documentId);

    public static string CaseForm(string caseId, string material) => Fill(OfCase(Routes.CaseForm, caseId), "material", material);

    public static string CaseFormText(string caseId, string material) => Fill(OfCase(Routes.CaseFormText, caseId), "material", material);

    public static string CaseFormSignature(string caseId, string material) => Fill(OfCase(Routes.CaseFormSignature, caseId), "material", material);

    public static string CasePaper(string caseId, string kind) => Fill(OfCase(Routes.CasePaper, caseId), "kind", kind);

    public static string OutboxFact(string key) => Fill(Routes.OutboxFact, "key", key);

    public static string Verify(string code) => Fill(Routes.Verify, "code", code);

    public static string DraftForm(string material) => Fill(Routes.DraftForm, "material", material);

    public static string DraftDocuments(string submissionId) => Fill(Routes.DraftDocuments, "submissionId", submissionId);

    public static string Mandate(string caseId) => OfCase(Routes.Mandate, caseId);

    public static string RepresentationEnd(string caseId) => OfCase(Routes.RepresentationEnd, caseId);

    public static string RepresentationActing(string caseId) => OfCase(Routes.RepresentationActing, caseId);

    public static string RepresentationNamed(string caseId) => OfCase(Routes.RepresentationNamed, caseId);

    public static string RepresentationUntil(string caseId) => OfCase(Routes.RepresentationUntil, caseId);

    public static string Representation(string caseId) => OfCase(Routes.Representation, caseId);

    public static string Differences(string caseId) => OfCase(Routes.Differences, caseId);

    public static string SurveyObjection(string caseId) => OfCase(Routes.SurveyObjection, caseId);

    public static string Agents(string? caseId, string? village) =>
        $"{Routes.Agents}?{(caseId is null ? "village" : "case")}={Uri.EscapeDataString(caseId ?? village ?? "")}";

    public static string CasePhone(string caseId) => OfCase(Routes.CasePhone, caseId);

    public static string Rating(string caseId) => OfCase(Routes.Rating, caseId);

    public static string Changes(string caseId) => OfCase(Routes.Changes, caseId);

    public static string Complaint(string complaintId) => Fill(Routes.Complaint, "complaintId", complaintId);

    public static string NoticePaper(string caseId) => OfCase(Routes.NoticePaper, caseId);

    public static string Folder(string caseId) => OfCase(Routes.Folder, caseId);

    public static string FolderPaper(string caseId) => OfCase(Routes.FolderPaper, caseId);

    public static string Package(string caseId) => OfCase(Routes.Package, caseId);

    public static string Objection(string objectionId) => Fill(Routes.Objection, "objectionId", objectionId);

    public static string VillageNotices(string village) => Fill(Routes.VillageNotices, "village", village);

    public static string TownshipNotices(string township) => Fill(Routes.TownshipNotices, "township", township);

    public static string PointAuthority(string township) => Fill(Routes.PointAuthority, "township", township);

    public static string StaffAccount(Guid account) => Fill(Routes.StaffAccount, "account", account.ToString("D"));

    public static string Absences(string staffId) => Fill(Routes.Absences, "staffId", staffId);

    public static string AbsenceEnd(string staffId) => Fill(Routes.AbsenceEnd, "staffId", staffId);

    public static string HandOver(string staffId) => Fill(Routes.HandOver, "staffId", staffId);

    public static string MyNotice(string noticeId) => Fill(Routes.MyNotice, "noticeId", noticeId);

    public static string Task(string caseId, string taskId) => Fill(OfCase(Routes.Task, caseId), "taskId", taskId);

    public static string TaskOutcome(string caseId, string taskId) => Fill(OfCase(Routes.TaskOutcome, caseId), "taskId", taskId);

    public static string DirectoryDiff(string version) => Fill(Routes.DirectoryDiff, "version", version);

    public static string DirectoryExport(string version) => Fill(Routes.DirectoryExport, "version", version);

    public static string DirectoryActivations(string version) => Fill(Routes.DirectoryActivations, "version", version);

    public static string LiftHold(string holdId) => Fill(Routes.LiftHold, "holdId", holdId);

    public static string NoticeCase(string number) => Fill(Routes.NoticeCase, "number", number);

    public static string NoticeTakeDown(string caseId) => OfCase(Routes.NoticeTakeDown, caseId);

    public static string PaperWithdrawal(string caseId, string kind) => Fill(OfCase(Routes.PaperWithdrawal, caseId), "kind", kind);

    public static string Archive(string caseId) => OfCase(Routes.Archive, caseId);

    public static string RatingExclusion(string caseId) => OfCase(Routes.RatingExclusion, caseId);

    public static string Rebuild(string caseId) => OfCase(Routes.Rebuild, caseId);

    public static string Suspension(string township) => Fill(Routes.Suspension, "township", township);

    public static string LiftSuspension(string township) => Fill(Routes.LiftSuspension, "township", township);

    public static string AuditJournal(string journal) => Fill(Routes.AuditJournal, "journal", journal);

    public static string AuditAccepted(string journal) => Fill(Routes.AuditAccepted, "journal", journal);

    private static string OfCase(string template, string caseId) => Fill(template, "caseId", caseId);

    // A lone "." or ".." would climb out of the path, escaped or not.
    private static string Fill(string template, string name, string value) => template.Replace($"{{{name}}}", value is "." or ".." ? "-" : Uri.EscapeDataString(value), StringComparison.Ordinal);
}
