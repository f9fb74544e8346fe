using OneVisit.Catalogue;
using OneVisit.Domain;
using OneVisit.Domain.Law;

namespace OneVisit.Functions.Words;

/// <summary>A dated number as it was used, with what it is in the words of the catalogue.</summary>
internal sealed class ParameterText(CityCatalogue catalogue)
{
    public Contracts.UsedParameter Of(Domain.Eligibility.UsedParameter used, Language language) => new(
        used.Name, catalogue.NameOfNumber(used.Name).In(language), used.Value, used.From, used.To, used.Status.Code());
}
