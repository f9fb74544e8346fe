using Microsoft.DurableTask.Client;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Process;
using OneVisit.Storage;

namespace OneVisit.Functions.Cases;

/// <summary>The cases of one application for several services.</summary>
public sealed class LinkedCases(CaseIndex index, CaseCabinet cabinet, CaseBell bell)
{
    /// <summary>All that are there, in the order of the services applied for.</summary>
    public async Task<IReadOnlyList<CaseFile>> OfAsync(string applicationId, string participant, CancellationToken cancellation)
    {
        var files = new List<CaseFile>();
        foreach (var caseId in await index.ListAsync(IndexKind.Application, applicationId, cancellation))
        {
            if (await cabinet.FindAsync(caseId, cancellation) is { } file && IsOf(file, applicationId, participant))
                files.Add(file);
        }
        return [.. files.OrderBy(file => file.Current.Application.Together!.Services.IndexOf(file.Current.Application.Service))];
    }

    /// <summary>The others of the application that a case came with; empty: it came alone.</summary>
    public async Task<IReadOnlyList<CaseFile>> BesideAsync(Case current, CancellationToken cancellation) => current.Application.Together is { } together
        ? [.. (await OfAsync(together.ApplicationId, current.Participant, cancellation)).Where(file => file.CaseId != current.CaseId)]
        : [];

    /// <summary>What is done with one case is done with those that came with it, where it can be. Before that one: should it break off, it is still open there and is done again.</summary>
    internal async Task ActBesideAsync(CaseFile file, DurableTaskClient process, Func<CaseFile, DateTimeOffset, Decision> decide, CancellationToken cancellation)
    {
        foreach (var other in await BesideAsync(file.Current, cancellation))
        {
            // One that is decided, or where it is so already, has nothing to change.
            if (await cabinet.ActAsync(other with { Under = file.Under }, decide, cancellation) is Acted.Done done)
                await bell.ChangedAsync(process, other.CaseId, done.File.Current.Version, cancellation);
        }
    }

    private static bool IsOf(CaseFile file, string applicationId, string participant) =>
        file.Current.Participant == participant && file.Current.Application.Together?.ApplicationId == applicationId;
}
