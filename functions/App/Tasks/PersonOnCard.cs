using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Tasks;

/// <summary>What a card shows of a person. Who goes to the household, or calls it, sees name and telephone, since the errand needs them; everybody else asks with a reason.</summary>
internal sealed class PersonOnCard(PersonalData personal, Case current, CaseTask task, bool isTheirs, Language language)
{
    private bool GoesThere => isTheirs && task is { IsOpen: true } && (task.IsErrand || task.Role.IsAgent() || task.Kind is StageKind.Survey or StageKind.Visit);

    // Who visits the household has to call first.
    private bool Calls => isTheirs && task is { IsOpen: true } and ({ IsErrand: true } or { Kind: StageKind.Survey or StageKind.Visit });

    public string Name => GoesThere ? personal.NameOf(current).In(language) : current.Applicant.NameMasked;

    public string? Phone => Calls ? personal.PhoneOf(current)?.In(language) : null;

    /// <summary>Who acts for the applicant: as with the applicant, who goes there has the name and who calls the telephone.</summary>
    public RepresentationView? With(RepresentationView? view) => view.InFull(personal, current, GoesThere, Calls, language);

    /// <summary>What the reader may ask for in full; <c>null</c>: nothing.</summary>
    public IReadOnlyList<string>? Masked => !isTheirs || !task.IsOpen || current.Key is { IsDestroyed: true }
        ? null
        :
        [
            .. GoesThere ? [] : (string[])[RevealedValues.Name], RevealedValues.IdNumber, .. Calls || current.Applicant.PhoneSealed.Length == 0 ? [] : (string[])[RevealedValues.Phone],
            .. current.Representation is null ? [] : (string[])[.. GoesThere ? [] : (string[])[RevealedValues.RepresentativeName], RevealedValues.RepresentativeIdNumber, .. Calls ? [] : (string[])[RevealedValues.RepresentativePhone]],
        ];
}
