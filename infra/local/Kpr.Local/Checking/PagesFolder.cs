using Kpr.Core.Receipts;
using Kpr.Core.Receipts.Pages;

namespace Kpr.Local.Checking;

/// <summary>The folder that takes each file's receipt as a page for people: <c>{path as a name}.html</c>.</summary>
internal sealed class PagesFolder
{
    private readonly AnswerNames _names = new(".html");

    /// <summary>Makes the folder where there is none.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public PagesFolder(string folder) => FullPath = Directory.CreateDirectory(folder).FullName;

    /// <summary>The folder's full path.</summary>
    public string FullPath { get; }

    /// <summary>Writes a receipt.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(CheckedFile file, Receipt receipt) => File.WriteAllText(Path.Combine(FullPath, _names.For(file.ShownPath)), ReceiptPage.Write(receipt));
}
