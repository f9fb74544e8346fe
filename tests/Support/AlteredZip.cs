using System.IO.Compression;
using System.Text;

namespace OneVisit.Support;

/// <summary>A catalogue as somebody hands it in who has changed it.</summary>
public static class AlteredZip
{
    /// <summary>The same zip with the first occurrence of a text in a file replaced.</summary>
    public static byte[] With(byte[] zip, string file, string text, string replacement)
    {
        using var bytes = new MemoryStream();
        bytes.Write(zip);
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            var before = archive.GetEntry(file)!;
            string read;
            using (var reader = new StreamReader(before.Open())) read = reader.ReadToEnd();
            var at = read.IndexOf(text, StringComparison.Ordinal);
            if (at < 0) throw new ArgumentException($"{file} does not hold: {text}");
            before.Delete();
            using var writer = archive.CreateEntry(file).Open();
            writer.Write(Encoding.UTF8.GetBytes(read.Remove(at, text.Length).Insert(at, replacement)));
        }
        return bytes.ToArray();
    }

    /// <summary>The same zip with one file more.</summary>
    public static byte[] Adding(byte[] zip, string file, string text)
    {
        using var bytes = new MemoryStream();
        bytes.Write(zip);
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var writer = archive.CreateEntry(file).Open();
            writer.Write(Encoding.UTF8.GetBytes(text));
        }
        return bytes.ToArray();
    }

    /// <summary>A zip of these files.</summary>
    public static byte[] Of(params IEnumerable<(string Path, string Text)> files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in files)
            {
                using var writer = archive.CreateEntry(path, CompressionLevel.Fastest).Open();
                writer.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return bytes.ToArray();
    }
}
