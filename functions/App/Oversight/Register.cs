using System.Collections.Immutable;
using OneVisit.Catalogue;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Oversight;

/// <summary>The city's register of decided cases, from which the draws are made: approved ones when they are filed, refused ones when they are closed.</summary>
public sealed class Register(OversightBook book, CatalogueShelf shelf)
{
    /// <summary>Enters a case that was filed or closed after a version of its journal.</summary>
    public async Task EnterAsync(CaseFile file, int after, CancellationToken cancellation)
    {
        if (file.Entries.Any(entry => entry.Sequence > after && entry.Event is Filed or Closed) && Of(file) is { } decided)
            await book.RegisterAsync(decided, cancellation);
    }

    /// <summary>Enters a case of which kinship became known after a version of its journal.</summary>
    public async Task NoteRelativesAsync(CaseFile file, int after, CancellationToken cancellation)
    {
        if (file.Entries.Any(entry => entry.Sequence > after && entry.Event is RelativeDeclared))
            await book.NoteRelativesAsync(file.CaseId, cancellation);
    }

    /// <returns><c>null</c>: not decided, or not filed yet.</returns>
    public RegisteredCase? Of(CaseFile file)
    {
        var current = file.Current;
        if (current.Decision is not { } decision || current.Promise is null || (current.FiledAt ?? current.ClosedAt) is not { } at)
            return null;
        var limit = current.Extension is null ? file.Procedure.TotalWorkingDays : file.Procedure.ExtendedWorkingDays ?? file.Procedure.TotalWorkingDays;
        return new RegisteredCase(
            current.CaseId, current.Application.Service, BeijingTime.DayOf(at), MatterDecisions.PointOf(current), file.Service.SamplingPercent ?? 0,
            CaseDecisions.WorkingDaysUsed(current, shelf.InForce.Calendar), Math.Max(1, limit), decision.By.Participant, decision.At, current.VisitsOrdered.Any(visit => visit.Cause == VisitCauses.Relatives));
    }
}
