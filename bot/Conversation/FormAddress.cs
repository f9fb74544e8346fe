using System.Text.RegularExpressions;
using OneVisit.Contracts;
using OneVisit.Conversation.Understanding;
using OneVisit.Domain;
using OneVisit.Domain.Interview;
using OneVisit.Domain.Services;

namespace OneVisit.Conversation;

/// <summary>
/// Links to forms as a resident's cards name them: <c>onevisit-form:print/{case or draft}/{material}</c>. The app around puts an address in
/// their place that opens for a while, for this person only. What people type never becomes one: brackets in it are escaped.
/// </summary>
public static partial class FormAddress
{
    /// <summary>In place of a case's number: the application that is being prepared.</summary>
    public const string Draft = "draft";

    public const string Print = "print";
    public const string Sign = "sign";

    /// <summary>A paper that the office issued; in place of a material stands its kind.</summary>
    public const string Paper = "paper";

    /// <summary>The whole case on one page; in place of a material stands the same word.</summary>
    public const string Folder = "folder";

    /// <summary>Everything that is kept of the resident, as one file.</summary>
    public const string Export = "export";

    internal static string ToExport() => $"onevisit-form:{Export}/{Draft}/{Export}";

    internal static string ToPrint(string caseId, string material) => $"onevisit-form:{Print}/{caseId}/{material}";

    internal static string ToSign(string caseId, string material) => $"onevisit-form:{Sign}/{caseId}/{material}";

    internal static string ToFolder(string caseId) => $"onevisit-form:{Folder}/{caseId}/{Folder}";

    internal static string ToPaper(string caseId, string kind) => $"onevisit-form:{Paper}/{caseId}/{kind}";

    /// <summary>Puts addresses in the place of all links to forms.</summary>
    /// <param name="card">The card as JSON.</param>
    /// <param name="address">Of an act (<see cref="Print"/>, <see cref="Sign"/>, <see cref="Paper"/>, <see cref="Folder"/> or <see cref="Export"/>), a case or <see cref="Draft"/>, and a material; nothing that JSON would escape.</param>
    public static string Opened(string card, Func<string, string, string, string> address) =>
        Link().Replace(card, found => $"]({address(found.Groups["act"].Value, found.Groups["case"].Value, found.Groups["material"].Value)})");

    /// <summary>The application that is being prepared, as far as it was told.</summary>
    public static SubmitApplication DraftOf(DialogueState state, IEnumerable<Service> services) => new(
        state.SubmissionId ?? "", [.. services.Select(service => service.Code)], state.Language.Code(), new Told { Start = state.Household.ToDomain(), Answers = state.Answers }.Household.ToWire(),
        new ApplicantDetails(state.Draft.Name!, state.Draft.IdNumber!, state.Draft.Phone!, state.Draft.Village!), [], state.Draft.Privacy ?? "", state.Draft.Mandate == true, state.Story, state.Papers)
    {
        Representative = Resident.Acting.Details(state.Draft) ?? ToldOf(state.Draft),
    };

    // What is not told yet is a place to write; on what they act makes another form of it.
    private static RepresentativeDetails? ToldOf(Draft draft) =>
        draft.Acting is { Another: true, Basis: { } basis } acting ? new RepresentativeDetails(basis, "", acting.Name ?? "", acting.IdNumber ?? "", acting.Phone ?? "") { Until = Resident.Acting.Term(acting) } : null;

    [GeneratedRegex(@"\]\(onevisit-form:(?<act>print|sign|paper|folder|export)/(?<case>[A-Za-z0-9-]{1,40})/(?<material>[A-Z][0-9]{2}|[a-z][a-z-]{1,30})\)")]
    private static partial Regex Link();
}
