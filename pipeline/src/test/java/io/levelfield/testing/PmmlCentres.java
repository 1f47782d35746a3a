package io.levelfield.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A clustering model as any other program sees it: the XML and nothing else. */
public final class PmmlCentres {
  private final double[][] centres;

  private PmmlCentres(double[][] centres) {
    this.centres = centres;
  }

  /** Reads the arrays of the clusters of a PMML file. */
  public static PmmlCentres in(Path file) {
    try {
      NodeList clusters =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(file.toFile())
              .getElementsByTagName("Cluster");
      double[][] centres = new double[clusters.getLength()][];
      for (int i = 0; i < centres.length; i++) {
        var array = (Element) ((Element) clusters.item(i)).getElementsByTagName("Array").item(0);
        centres[i] =
            Arrays.stream(array.getTextContent().strip().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
      }
      return new PmmlCentres(centres);
    } catch (IOException | ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(file + " is not PMML", e);
    }
  }

  /** The cluster whose centre is nearest to a point, from 0. */
  public int nearest(double[] point) {
    int nearest = 0;
    double shortest = Double.POSITIVE_INFINITY;
    for (int c = 0; c < centres.length; c++) {
      double squared = 0;
      for (int j = 0; j < point.length; j++) {
        squared += (point[j] - centres[c][j]) * (point[j] - centres[c][j]);
      }
      if (squared < shortest) {
        shortest = squared;
        nearest = c;
      }
    }
    return nearest;
  }
}
