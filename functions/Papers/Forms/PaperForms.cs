using System.Collections.Immutable;
using OneVisit.Domain;
using OneVisit.Domain.Services;

namespace OneVisit.Papers.Forms;

/// <summary>A form, filled in.</summary>
/// <param name="Version">Of its text, for example <c>M04-2026-1</c>.</param>
/// <param name="ContentHash">Base64url of SHA-256 of all its Chinese text, which is what is signed. The same facts give the same, whenever it is printed.</param>
public sealed record FilledForm(string Material, Text Title, string Version, Paper Paper, string ContentHash)
{
    /// <summary>Never prints a person.</summary>
    public override string ToString() => $"{nameof(FilledForm)} {Material}";
}

/// <summary>The forms that we fill in (prefilled papers): to print, or to sign on a screen.</summary>
public static class PaperForms
{
    private static readonly Lazy<PrintedPaper> Proof = new(() => PaperPress.Print(Fill(FilledForms.Application, new() { Reader = Language.English, PrintedAt = DateTimeOffset.UnixEpoch })!.Paper));

    /// <summary>Pulls a proof, once: reads the font and the forms, so that the first person who prints does not wait for it.</summary>
    public static void Warm() => _ = Proof.Value;

    /// <summary>Codes of the materials there is a form for.</summary>
    public static ImmutableArray<string> Materials => FilledForms.Codes;

    /// <exception cref="KeyNotFoundException">There is no form for that material.</exception>
    public static Text TitleOf(string material) => FormShelf.Find(material)?.Title ?? throw new KeyNotFoundException(material);

    /// <returns><c>null</c>: there is no form for that material.</returns>
    public static FilledForm? Fill(string material, FormFacts facts)
    {
        if (TemplateOf(material, facts) is not { } template)
            return null;
        var paper = FormFill.Of(template, facts, null, null);
        return new(material, template.Title, template.Version, paper, HashOf(template, paper, facts));
    }

    /// <summary>The same form with a signature given on a screen, and beneath it when, of which version and of which content.</summary>
    public static FilledForm? Sign(string material, FormFacts facts, ScreenSignature signature) =>
        Fill(material, facts) is { } form ? form with { Paper = FormFill.Of(TemplateOf(material, facts)!, facts, signature, form.ContentHash) } : null;

    // What a person entrusts to kin or neighbours is another letter than what they let an agent of the offices do.
    private static FormTemplate? TemplateOf(string material, FormFacts facts) =>
        material == FilledForms.Mandate && facts is { Mandate: null, Representative.IsEntrusted: true } ? FormShelf.Entrusting : FormShelf.Find(material);

    private static string HashOf(FormTemplate template, Paper paper, FormFacts facts) =>
        PaperText.FingerprintOf($"{template.Version}\n{facts.CaseId}\n{paper.Head.Title.Words}\n", paper.Blocks);
}
