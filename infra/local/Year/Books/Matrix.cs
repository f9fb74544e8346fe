using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;

namespace OneVisit.Local.Year.Books;

/// <summary>
/// Compares every decision of a point with the lines of the authority matrix, by day, item, holder and amount, without asking the rule that let it
/// happen. Where two signed, the one whose power the decision names is looked up.
/// </summary>
internal static class Matrix
{
    public static IEnumerable<string> Beyond(YearBooks books) => books.Files.SelectMany(file => InCase(file, books));

    private static IEnumerable<string> InCase(CaseFile file, YearBooks books)
    {
        foreach (var entry in file.Entries)
        {
            if (entry.Event is Decided decided && Fault(file, entry, decided, books) is { } fault)
                yield return $"{file.CaseId} entry {entry.Sequence}: {fault}";
        }
    }

    private static string? Fault(CaseFile file, Entry entry, Decided decided, YearBooks books)
    {
        var signers = decided.First is { } first ? new[] { first, entry.Actor } : [entry.Actor];
        if (decided.Power is not { } power)
            return signers.Any(IsOfPoint) ? $"{entry.Actor.Participant} of a point decided by no power" : null;
        if (!signers.Any(signer => (signer.Role, signer.Office) == (power.Holder, power.Office)))
            return $"the power of {power.Holder.Code()} at {power.Office}, who did not sign";
        var (item, day, amount) = (file.Current.Application.Service, BeijingTime.DayOf(entry.At), AmountOf(decided.Outcome));
        var lines = books.Points[power.Office].Lines.Where(line => line.At <= entry.At).Select(line => line.Grant).ToArray();
        return lines.Any(line => (line.Item, line.Holder, line.Seal) == (item, power.Holder, power.Seal) && line.From <= day && !(line.To < day) && !(line.UpTo < amount))
            ? null
            : $"{item} by {power.Holder.Code()} at {power.Office} on {day:O}, which no line of the matrix covers";
    }

    private static bool IsOfPoint(Actor actor) => actor.Role is Role.ChiefRepresentative or Role.DeputyRepresentative;

    private static Money? AmountOf(CaseOutcome outcome) => outcome is CaseOutcome.Approved approved ? approved.Monthly ?? approved.Once : null;
}
