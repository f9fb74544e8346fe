using System.Text.RegularExpressions;

namespace OneVisit.Domain.Identity;

/// <summary>A Chinese telephone number, mobile or landline with area code. Prints masked.</summary>
public sealed partial class PhoneNumber
{
    private readonly string digits;

    private PhoneNumber(string digits) => this.digits = digits;

    /// <summary>First three and last four digits: <c>138****5678</c>.</summary>
    public string Masked => $"{digits[..3]}****{digits[^4..]}";

    /// <summary>Reads what a person typed; spaces, hyphens, brackets, full-width digits and +86 are fine. <c>null</c> when it is no number.</summary>
    public static PhoneNumber? Read(string? text)
    {
        var digits = Separators().Replace(TypedText.Compact(text), "");
        digits = CountryCode().Replace(digits, "");
        return Mobile().IsMatch(digits) || Landline().IsMatch(digits) ? new PhoneNumber(digits) : null;
    }

    /// <summary>The clear digits, without country code: for sealing, and for who has to call.</summary>
    public string Reveal() => digits;

    public override string ToString() => Masked;

    [GeneratedRegex(@"[-‐-―.()]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^(\+86|0086|86(?=1[3-9][0-9]{9}$))")]
    private static partial Regex CountryCode();

    [GeneratedRegex(@"^1[3-9][0-9]{9}\z")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^0[1-9][0-9]{1,2}[2-8][0-9]{6,7}\z")]
    private static partial Regex Landline();
}
