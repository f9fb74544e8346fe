using OneVisit.Contracts;
using OneVisit.Domain.Identity;
using OneVisit.Functions.FrontDoor;
using OneVisit.Papers;
using OneVisit.Papers.Forms;

namespace OneVisit.Functions.Forms;

/// <summary>Reads a posted signature: a picture that is one, or the signer's own name.</summary>
internal static class SignatureReadings
{
    /// <param name="name">Whose signature it has to be.</param>
    /// <param name="mayType">It is on the signer's own screen. On another's, whoever holds it could type the name; what a hand draws is the signer's.</param>
    /// <returns><c>null</c> when there was an error; <paramref name="errors"/> says which.</returns>
    public static ScreenSignature? Of(SignForm posted, string name, bool mayType, DateTimeOffset now, FieldErrors errors) => posted switch
    {
        { Picture.Length: > 0, TypedName: null or "" } => Drawn(posted.Picture, now, errors),
        { Picture: null or "", TypedName.Length: > 0 } when !mayType => Refuse(errors, "typedName", "field.signature-own-hand"),
        { Picture: null or "", TypedName.Length: > 0 } => Typed(posted.TypedName, name, now, errors),
        _ => Refuse(errors, "signature", "field.signature-required"),
    };

    private static ScreenSignature? Drawn(string picture, DateTimeOffset now, FieldErrors errors)
    {
        var bytes = new byte[picture.Length * 3 / 4 + 3];
        if (!Convert.TryFromBase64String(picture, bytes, out var length))
            return Refuse(errors, "picture", "field.signature-picture");
        return SignaturePicture.Read(bytes.AsSpan(0, length)) switch
        {
            SignatureReading.Accepted accepted => new(accepted.Picture, null, now),
            SignatureReading.Refused { Problem: SignatureProblem.Empty } => Refuse(errors, "picture", "field.signature-empty"),
            SignatureReading.Refused { Problem: SignatureProblem.TooLarge } => Refuse(errors, "picture", "field.signature-large"),
            _ => Refuse(errors, "picture", "field.signature-picture"),
        };
    }

    private static ScreenSignature? Typed(string typed, string name, DateTimeOffset now, FieldErrors errors) =>
        PersonName.Read(typed)?.Reveal() == name ? new(null, name, now) : Refuse(errors, "typedName", "field.signature-name");

    private static ScreenSignature? Refuse(FieldErrors errors, string field, string sentence)
    {
        errors.Add(field, sentence);
        return null;
    }
}
