namespace OneVisit.Contracts;

/// <summary>A form of ours (申请表、授权书、承诺书、委托书), filled in, as text: to be read and signed on a screen.</summary>
/// <param name="Version">Of its text, for example <c>M04-2026-1</c>.</param>
/// <param name="ContentHash">Base64url of SHA-256 of what is signed; goes back with the signature.</param>
/// <param name="Signer">Whose signature is asked for, in full: the form is its owner's.</param>
/// <param name="SignedAt">When this very content was signed on a screen; <c>null</c>: not yet.</param>
public sealed record FormView(
    string Material, FormWords Title, string Version, string ContentHash, string? Signer, IReadOnlyList<FormPart> Parts, IReadOnlyList<string> Foot, DateTimeOffset? SignedAt)
{
    /// <summary>The name may be typed in place of a signature: on the signer's own telephone, not on the agent's.</summary>
    public bool MayType { get; init; } = true;

    /// <summary>For whom <see cref="Signer"/> signs, in full; <c>null</c>: for themselves.</summary>
    public string? SignsFor { get; init; }

    /// <summary>Never prints a person.</summary>
    public override string ToString() => $"{nameof(FormView)} {Material}";
}

/// <summary>Chinese words, which count, and what explains them to who reads another language.</summary>
public sealed record FormWords(string Words, string? Explained = null);

/// <summary>A part of a form.</summary>
/// <param name="Kind"><c>heading</c>, <c>paragraph</c>, <c>note</c>, <c>points</c>, <c>fields</c> (rows of label and value), <c>checks</c> or <c>table</c> (the first row is its head).</param>
/// <param name="Ticked">For <c>checks</c>: which lines are ticked.</param>
public sealed record FormPart(string Kind, IReadOnlyList<IReadOnlyList<FormWords>> Rows, IReadOnlyList<bool>? Ticked = null);

/// <summary>A signature on a screen: drawn, or the name typed and confirmed.</summary>
/// <param name="ContentHash">Of the form as it was read, see <see cref="FormView"/>.</param>
/// <param name="Picture">A PNG in base64, at most 40 KB and 1,600 × 800 points.</param>
public sealed record SignForm(string ContentHash, string? Picture = null, string? TypedName = null)
{
    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(SignForm);
}
