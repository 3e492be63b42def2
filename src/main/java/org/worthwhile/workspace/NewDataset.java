package org.worthwhile.workspace;

import java.util.Optional;
import org.worthwhile.exchange.Fingerprint;

/**
 * A dataset that comes into the file with the study that uses it.
 *
 * @param content its bytes, where the analyst wants them in the file
 */
public record NewDataset(StoredDataset dataset, Optional<byte[]> content) {

    /** @param keep whether the bytes come into the file too, or their fingerprint alone */
    public static NewDataset of(String name, byte[] bytes, boolean keep) {
        return new NewDataset(
                new StoredDataset(name, Fingerprint.of(bytes), bytes.length, keep),
                keep ? Optional.of(bytes) : Optional.empty());
    }
}
