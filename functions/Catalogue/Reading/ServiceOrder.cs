using System.Globalization;
using System.Text.RegularExpressions;
using OneVisit.Domain.Services;

namespace OneVisit.Catalogue.Reading;

/// <summary>Codes of services, <c>D2.1</c> or <c>A13.1</c>: delegated ones first, and 2 before 10.</summary>
internal static partial class ServiceOrder
{
    public static IComparer<Service> ByNumber { get; } = Comparer<Service>.Create((one, other) => Rank(one.Code).CompareTo(Rank(other.Code)));

    public static bool IsCode(string code) => Code().IsMatch(code);

    private static (char Letter, int Group, int Item, string Code) Rank(string code)
    {
        if (Code().Match(code) is not { Success: true } match)
            return (char.MaxValue, 0, 0, code);
        // D comes before A.
        return ((char)(code[0] == 'D' ? 0 : 1), Number(match.Groups[1]), Number(match.Groups[2]), code);
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[DA]([1-9][0-9]?)\.([1-9][0-9]?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
