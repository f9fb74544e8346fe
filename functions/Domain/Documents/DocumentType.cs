namespace OneVisit.Domain.Documents;

/// <summary>Kinds of file that are taken.</summary>
public enum DocumentType
{
    Jpeg,
    Png,
    WebP,
    Heic,
    Pdf,
}

/// <summary>How each kind is called outside.</summary>
public static class DocumentTypes
{
    public static string ContentType(this DocumentType type) => type switch
    {
        DocumentType.Jpeg => "image/jpeg",
        DocumentType.Png => "image/png",
        DocumentType.WebP => "image/webp",
        DocumentType.Heic => "image/heic",
        DocumentType.Pdf => "application/pdf",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>Ending of a file name, without the dot.</summary>
    public static string Extension(this DocumentType type) => type switch
    {
        DocumentType.Jpeg => "jpg",
        DocumentType.Png => "png",
        DocumentType.WebP => "webp",
        DocumentType.Heic => "heic",
        DocumentType.Pdf => "pdf",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    internal static bool NameDisagrees(string? fileName, DocumentType type)
    {
        var ending = Path.GetExtension(fileName ?? "").TrimStart('.').ToLowerInvariant();
        return ending.Length > 0 && ending != type.Extension() && !IsOtherSpelling(ending, type);
    }

    private static bool IsOtherSpelling(string ending, DocumentType type) => (ending, type) is
        ("jpeg" or "jpe" or "jfif", DocumentType.Jpeg) or ("heif" or "hif", DocumentType.Heic);
}
