using System.Collections.Immutable;

namespace OneVisit.Domain.Cases;

/// <summary>The papers of a case: the frozen list, what the law let offices ask for beyond it, and what is there.</summary>
public sealed partial record Case
{
    /// <summary>The frozen list, and after it what was asked for beyond it with a reason of the law.</summary>
    public IEnumerable<ListedMaterial> Materials => Application.Materials.Concat(
        Requests.Where(request => request.LegalReason is not null).SelectMany(request => request.Materials).Distinct()
            .Where(code => !IsListed(code)).Select(code => new ListedMaterial(code, HeldByPlatform: false)));

    /// <summary>On the frozen list, whoever brings it.</summary>
    public bool IsListed(string code) => Application.Materials.Any(listed => listed.Code == code);

    /// <summary>A paper of that code came in, as a file or into somebody's hands.</summary>
    public bool Has(string code) =>
        Documents.Any(document => document.Material == code)
        || Tasks.Any(task => task.Done?.Act is TaskAct.Collected collected && collected.Materials.Contains(code));

    /// <summary>What somebody brings and has not yet brought.</summary>
    /// <param name="day">A letter to one who acts no more on it is waited for no longer.</param>
    public IEnumerable<ListedMaterial> NotThere(DateOnly day) => Materials.Where(listed =>
        listed is { HeldByPlatform: false } and not { ByCommitment: true } && !Has(listed.Code) && !IsOverWithLetter(listed.Code, day));

    /// <summary>What was to follow later (容缺) and is not there.</summary>
    public IEnumerable<ListedMaterial> StillToFollow => Application.Materials.Where(listed => listed.LaterBy is not null && !Has(listed.Code));

    /// <summary>The open request for a paper; <c>null</c>: nobody asked, or it came in afterwards.</summary>
    public MaterialRequest? OpenRequestFor(string code) => AskedFor.GetValueOrDefault(code);
}
