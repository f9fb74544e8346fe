using System.Collections.Immutable;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Eligibility.Composition;
using OneVisit.Domain.Eligibility.Payments;

namespace OneVisit.Catalogue.Reading;

/// <summary>How the amount comes about: <c>pays: { formula: per-person, by: age, bands: [{ to: 79, amount: … }] }</c>.</summary>
internal sealed class PaymentReader(ParameterBook parameters)
{
    public Payment? Read(YamlMap map, bool ofAPerson, bool looksForSomebody)
    {
        var name = map.Scalar("formula");
        if (FormulaBook.Find(name) is not { } formula)
        {
            if (name.Length > 0)
                map.Fault(FaultKind.UnknownFormula, name, "formula");
            return null;
        }
        if ((formula.IsPerPerson && !ofAPerson) || (formula.LooksForSomebody && !looksForSomebody))
            map.Fault(FaultKind.MisplacedRule, name, "formula");
        var byBands = formula.TakesBands && map.Has("by");
        var read = new Payment(
            name, byBands ? [] : [.. formula.Arguments.Select(argument => Argument.Of(argument, parameters.Named(map, argument)))],
            byBands ? map.Word<BandKey>("by", BandKeys.Parse) : null, byBands ? ReadBands(map) : []);
        map.Done();
        return read;
    }

    // Bands rise; the last one ends where the rules about the person end.
    private ImmutableArray<Band> ReadBands(YamlMap map)
    {
        var bands = ImmutableArray.CreateBuilder<Band>();
        foreach (var item in map.Maps("bands"))
        {
            var band = new Band(item.Int("to"), parameters.Named(item, "amount"));
            item.Done();
            if (bands.Count > 0 && band.To <= bands[^1].To)
                item.Fault(FaultKind.WrongValue, $"to: {band.To}", "to");
            bands.Add(band);
        }
        if (map.Has("bands") && bands.Count == 0)
            map.Fault(FaultKind.WrongValue, "bands", "bands");
        return bands.ToImmutable();
    }
}
