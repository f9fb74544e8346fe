using OneVisit.Domain.Identity;
using OneVisit.Storage;

namespace OneVisit.Functions.Cases;

/// <summary>The data key that something new in a case's journal is sealed with.</summary>
public sealed class CaseKeys(PersonalData personal, JournalKeys keys)
{
    // Beside a journal that an earlier release began there lies none yet.
    internal async Task<JournalKey> OfAsync(CaseFile about, CancellationToken cancellation) =>
        about.Current.Key ?? await keys.EnsureAsync(personal.NewKey(about.CaseId), cancellation) ?? throw new InvalidOperationException($"Case {about.CaseId} is not there.");
}
