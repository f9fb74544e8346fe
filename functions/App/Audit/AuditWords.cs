using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Audit;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Audit;

internal static class AuditWords
{
    public static AuditFindingView View(AuditFinding finding, Language language) => new(finding.Journal, finding.Sequence, finding.Fault.Code(), TextOf(finding, language)) { IsAccepted = finding.IsAccepted };

    public static AcceptedFindingView View(AcceptedFinding accepted, Language language) => new(
        accepted.Journal, accepted.Sequence, accepted.Fault.Code(), TextOf(new(accepted.Journal, accepted.Sequence, accepted.Fault), language), accepted.Reason, accepted.ByName, accepted.At);

    public static JournalCheck View(string journal, Looked looked, Language language) => new(
        journal, looked.Head.Version, looked.Head.Hash, looked.Finding is { } finding ? View(finding, language) : null)
    {
        Stands = looked.Finding is null ? null : looked.Stands,
    };

    private static string TextOf(AuditFinding finding, Language language) => Sentences.Of(
        language, finding is { Fault: AuditFault.Missing, Sequence: 0 } ? "audit.missing-whole" : "audit." + finding.Fault.Code(), finding.Journal, finding.Sequence);
}
